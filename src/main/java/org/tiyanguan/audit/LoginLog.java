package org.tiyanguan.audit;

import java.time.Clock;
import java.time.LocalDateTime;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.tiyanguan.core.Texts;

/** Logs who logged in and out. */
@Component
class LoginLog {

    /** A program that sends its password with each request is one visit for so many minutes. */
    private static final int VISIT_MINUTES = 60;

    private final AuditLog log;
    private final Clock clock;
    private final Texts texts;

    LoginLog(AuditLog log, Clock clock, Texts texts) {
        this.log = log;
        this.clock = clock;
        this.texts = texts;
    }

    @EventListener
    void loggedIn(InteractiveAuthenticationSuccessEvent login) {
        log.record(AuditKind.LOGIN, login.getAuthentication().getName(), text("page"));
    }

    /** Every success, those of the login page as well, which {@link #loggedIn} knows. */
    @EventListener
    void cameAlong(AuthenticationSuccessEvent login) {
        String who = login.getAuthentication().getName();
        if (bringsPassword() && !log.hasLoggedIn(who, LocalDateTime.now(clock).minusMinutes(VISIT_MINUTES)))
            log.record(AuditKind.LOGIN, who, text("basic"));
    }

    @EventListener
    void loggedOut(LogoutSuccessEvent logout) {
        log.record(AuditKind.LOGOUT, logout.getAuthentication().getName(), text("left"));
    }

    private static boolean bringsPassword() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request
                && request.getRequest().getHeader(HttpHeaders.AUTHORIZATION) != null;
    }

    private String text(String key) {
        return texts.of("audit.login." + key);
    }
}
