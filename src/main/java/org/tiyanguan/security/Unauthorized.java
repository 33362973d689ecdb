package org.tiyanguan.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.stereotype.Component;

/** Answers 401 as RFC 9457 problem details; no challenge, so that a browser shows no window of its own. */
@Component
class Unauthorized implements AuthenticationEntryPoint {

    private final ApiRefusals refusals;
    private final LoginSettings settings;

    Unauthorized(ApiRefusals refusals, LoginSettings settings) {
        this.refusals = refusals;
        this.settings = settings;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException refused)
            throws IOException {
        String key = refused instanceof LockedException
                ? "locked"
                : Ending.of(request).map(ending -> "ended." + ending).orElse("unauthorized");
        refusals.send(request, response, HttpStatus.UNAUTHORIZED, key, settings.lockMinutes());
    }
}
