package org.tiyanguan.recruitment;

import java.time.LocalDate;
import java.time.Period;
import org.springframework.stereotype.Component;

/** What a form cannot check about a person. */
@Component
public class Eligibility {

    /** Full capacity for civil acts (民法典 第17、18条); an age above the oldest is a slip of the pen. */
    private static final int YOUNGEST = 18;

    private static final int OLDEST = 100;

    private final Dates dates;
    private final RecruitmentTexts texts;

    Eligibility(Dates dates, RecruitmentTexts texts) {
        this.dates = dates;
        this.texts = texts;
    }

    public Annex check(Annex annex) {
        LocalDate today = dates.now().toLocalDate();
        if (annex.birthDate().isAfter(today)) throw texts.refusal("birthDate", "born-later");
        int age = Period.between(annex.birthDate(), today).getYears();
        if (age < YOUNGEST) throw texts.refusal("birthDate", "too-young", YOUNGEST);
        if (age > OLDEST) throw texts.refusal("birthDate", "too-old");
        return annex;
    }
}
