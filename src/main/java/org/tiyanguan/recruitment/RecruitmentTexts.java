package org.tiyanguan.recruitment;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.tiyanguan.core.Texts;

/** The texts of recruitment, by key without its first word: {@code messages/recruitment.properties}. */
@Component
public class RecruitmentTexts extends Texts {

    RecruitmentTexts(MessageSource messages) {
        super(messages, "recruitment.");
    }
}
