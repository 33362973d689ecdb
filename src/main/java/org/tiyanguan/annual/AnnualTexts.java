package org.tiyanguan.annual;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.tiyanguan.core.Texts;

/** The texts of year-end summaries, by key without its first word: {@code messages/annual.properties}. */
@Component
public class AnnualTexts extends Texts {

    AnnualTexts(MessageSource messages) {
        super(messages, "annual.");
    }
}
