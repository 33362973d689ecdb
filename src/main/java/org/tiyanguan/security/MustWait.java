package org.tiyanguan.security;

import org.springframework.security.core.AuthenticationException;

/** A login that was not even checked. */
class MustWait extends AuthenticationException {

    private final long seconds;

    MustWait(TooManyTries tries) {
        super(tries.getMessage(), tries);
        this.seconds = tries.seconds();
    }

    long seconds() {
        return seconds;
    }
}
