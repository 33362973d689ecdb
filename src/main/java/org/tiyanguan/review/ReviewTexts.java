package org.tiyanguan.review;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.tiyanguan.core.Texts;

/** The texts of reviews, by key without its first word: {@code messages/review.properties}. */
@Component
public class ReviewTexts extends Texts {

    ReviewTexts(MessageSource messages) {
        super(messages, "review.");
    }
}
