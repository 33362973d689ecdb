package org.tiyanguan.security;

import org.springframework.security.core.AuthenticationException;

/** A login that was not even checked. */
public class MustWait extends AuthenticationException {

    private final long seconds;

    public MustWait(TooManyTries tries) {
        super(tries.getMessage(), tries);
        this.seconds = tries.seconds();
    }

    public long seconds() {
        return seconds;
    }
}
