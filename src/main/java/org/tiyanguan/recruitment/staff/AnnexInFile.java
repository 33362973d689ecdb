package org.tiyanguan.recruitment.staff;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tiyanguan.officer.PersonalFacts;
import org.tiyanguan.privacy.Masked;
import org.tiyanguan.recruitment.Annex;
import org.tiyanguan.recruitment.Application;
import org.tiyanguan.recruitment.Applications;
import org.tiyanguan.recruitment.RecruitmentTexts;

/** What an officer once filled into annex 1 or 2, for their file. */
@Component
class AnnexInFile implements PersonalFacts {

    private final Applications applications;
    private final RecruitmentTexts texts;

    AnnexInFile(Applications applications, RecruitmentTexts texts) {
        this.applications = applications;
        this.texts = texts;
    }

    @Override
    public List<Fact> of(String number, boolean whole) {
        Application application = applications.find(number).orElse(null);
        if (application == null || application.erasedAt() != null) return List.of();
        Annex person = application.person();
        List<Fact> facts = new ArrayList<>();
        add(facts, "gender", person.gender());
        add(facts, "birthDate", whole ? person.birthDate() : Masked.birthDate(person.birthDate()));
        add(facts, "ethnicity", person.ethnicity());
        add(facts, "education", person.education());
        add(facts, "politics", person.politics());
        add(facts, "health", whole ? person.health() : Masked.HIDDEN);
        add(facts, "phone", whole ? person.phone() : Masked.phone(person.phone()));
        add(facts, "email", whole ? person.email() : Masked.email(person.email()));
        add(facts, "employer", person.employer());
        add(facts, "jobTitle", person.jobTitle());
        add(facts, "address", whole ? person.address() : Masked.HIDDEN);
        add(facts, "resume", person.resume());
        return facts;
    }

    private void add(List<Fact> facts, String field, @Nullable Object value) {
        if (value != null) facts.add(new Fact(texts.of("fact." + field), Objects.toString(value)));
    }
}
