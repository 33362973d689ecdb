package org.tiyanguan.security.login;

import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;

/** The provider knows the person, and we do not let them in. */
class SignOnRefused extends OAuth2AuthenticationException {

    private final transient SignOnRefusal refusal;

    /** @param detail which account, or what else the administrator should find in the audit log */
    SignOnRefused(SignOnRefusal refusal, @Nullable String detail) {
        super(new OAuth2Error(refusal.name()), detail);
        this.refusal = refusal;
    }

    SignOnRefusal refusal() {
        return refusal;
    }
}
