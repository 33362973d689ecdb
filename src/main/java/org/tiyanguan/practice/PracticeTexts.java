package org.tiyanguan.practice;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.tiyanguan.core.Texts;

/** The texts of practices, by key without its first word: {@code messages/practice.properties}. */
@Component
public class PracticeTexts extends Texts {

    PracticeTexts(MessageSource messages) {
        super(messages, "practice.");
    }
}
