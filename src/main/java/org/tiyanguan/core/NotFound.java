package org.tiyanguan.core;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** There is no such thing, or not for who asks: 404, and nobody can tell the two apart. */
public class NotFound extends ResponseStatusException {

    public NotFound() {
        super(HttpStatus.NOT_FOUND);
    }
}
