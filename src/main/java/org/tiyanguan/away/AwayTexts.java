package org.tiyanguan.away;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.tiyanguan.core.Texts;

/** The texts of being away, by key without its first word: {@code messages/away.properties}. */
@Component
class AwayTexts extends Texts {

    AwayTexts(MessageSource messages) {
        super(messages, "away.");
    }
}
