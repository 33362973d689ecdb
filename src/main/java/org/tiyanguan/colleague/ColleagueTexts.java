package org.tiyanguan.colleague;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.tiyanguan.core.Texts;

/** The texts of working together, by key without its first word: {@code messages/colleague.properties}. */
@Component
class ColleagueTexts extends Texts {

    ColleagueTexts(MessageSource messages) {
        super(messages, "colleague.");
    }
}
