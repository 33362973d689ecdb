package org.tiyanguan.security.doors;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.stereotype.Component;
import org.tiyanguan.security.MustWait;
import org.tiyanguan.security.login.Ending;

/**
 * Answers 401 as RFC 9457 problem details, 429 to who tries too many passwords; no challenge, so that a browser shows
 * no window of its own.
 */
@Component
class Unauthorized implements AuthenticationEntryPoint {

    private final ApiRefusals refusals;

    Unauthorized(ApiRefusals refusals) {
        this.refusals = refusals;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException refused)
            throws IOException {
        if (refused instanceof MustWait wait) {
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(wait.seconds()));
            refusals.send(request, response, HttpStatus.TOO_MANY_REQUESTS, "tries", wait.seconds());
            return;
        }
        String key = Ending.of(request).map(ending -> "ended." + ending).orElse("unauthorized");
        refusals.send(request, response, HttpStatus.UNAUTHORIZED, key);
    }
}
