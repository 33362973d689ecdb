package org.tiyanguan.api;

import java.util.Arrays;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponseException;
import org.tiyanguan.engine.Refusal.Fault;

/** The Chinese texts of this package, by key: {@code messages/api.properties}. */
@Component("apiTexts")
class Texts {

    private final MessageSource messages;

    Texts(MessageSource messages) {
        this.messages = messages;
    }

    String of(String key, Object... values) {
        // As they are: a number in these sentences has no thousands separator.
        return messages.getMessage(
                key, Arrays.stream(values).map(String::valueOf).toArray(), Locale.CHINA);
    }

    /** One thing that is wrong with a field. */
    Fault fault(String field, String key, Object... values) {
        return new Fault(field, of(key, values));
    }

    /** What other systems get as problem details (RFC 9457). */
    ErrorResponseException problem(HttpStatus status, String key, Object... values) {
        return new ErrorResponseException(status, ProblemDetail.forStatusAndDetail(status, of(key, values)), null);
    }
}
