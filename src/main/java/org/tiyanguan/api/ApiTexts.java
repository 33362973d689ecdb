package org.tiyanguan.api;

import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponseException;
import org.tiyanguan.core.Refusal.Fault;
import org.tiyanguan.core.Texts;

/** The texts for other systems, and what they get when something is wrong: {@code messages/api.properties}. */
@Component
public class ApiTexts extends Texts {

    ApiTexts(MessageSource messages) {
        super(messages);
    }

    /** One thing that is wrong with a field. */
    public Fault fault(String field, String key, Object... values) {
        return new Fault(field, of(key, values));
    }

    /** What other systems get as problem details (RFC 9457). */
    public ErrorResponseException problem(HttpStatus status, String key, Object... values) {
        return new ErrorResponseException(status, ProblemDetail.forStatusAndDetail(status, of(key, values)), null);
    }
}
