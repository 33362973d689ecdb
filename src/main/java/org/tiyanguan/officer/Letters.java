package org.tiyanguan.officer;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.tiyanguan.core.Texts;
import org.tiyanguan.core.WordForm;
import org.tiyanguan.security.People;

/** Letters of appointment (聘书) as Word files, in the layout of {@code documents/letter.docx}. */
@Component
public class Letters {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy 年 M 月 d 日");

    private final People people;
    private final Texts texts;
    private final String centerName;

    Letters(People people, Texts texts, @Value("${tiyanguan.center-name}") String centerName) {
        this.people = people;
        this.texts = texts;
        this.centerName = centerName;
    }

    public byte[] print(Officer officer) {
        return WordForm.fill(
                "letter.docx",
                Map.of(
                        "name", people.nameOf(officer.account()),
                        "centerName", centerName,
                        "category", texts.of("recruitment.category." + officer.category()),
                        "termFrom", day(officer.termFrom()),
                        "termUntil", day(officer.termUntil()),
                        "appointedOn", day(officer.termFrom()),
                        "letter", officer.letter()),
                null);
    }

    private static String day(LocalDate day) {
        return day.format(DAY);
    }
}
