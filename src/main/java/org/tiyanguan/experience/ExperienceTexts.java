package org.tiyanguan.experience;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.tiyanguan.core.Texts;

/** The texts of experiencing, by key without its first word: {@code messages/experience.properties}. */
@Component
public class ExperienceTexts extends Texts {

    ExperienceTexts(MessageSource messages) {
        super(messages, "experience.");
    }
}
