package org.tiyanguan.security.login;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.Optional;

/** Why a session ended before its time; the login page says each in a sentence. */
public enum Ending {
    GONE,
    LOCKED,
    PASSWORD,
    OFFICE;

    private static final String ATTRIBUTE = Ending.class.getName();

    /** Why a session ends that began when the account stood as then; empty if it goes on. */
    static Optional<Ending> between(AccountStanding then, AccountStanding now) {
        if (now.isGone()) return Optional.of(GONE);
        if (now.isLocked()) return Optional.of(LOCKED);
        if (then == null || !Objects.equals(then.password(), now.password())) return Optional.of(PASSWORD);
        return now.isOutOfOffice() && !then.isOutOfOffice() ? Optional.of(OFFICE) : Optional.empty();
    }

    /** Why the session of this request has just ended. */
    public static Optional<Ending> of(HttpServletRequest request) {
        return Optional.ofNullable((Ending) request.getAttribute(ATTRIBUTE));
    }

    void remember(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }
}
