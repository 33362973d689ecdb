package org.tiyanguan.security;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.stereotype.Component;

/** Answers 401 as RFC 9457 problem details; no challenge, so that a browser shows no window of its own. */
@Component
class Unauthorized implements AuthenticationEntryPoint {

    private final ObjectMapper json;
    private final MessageSource messages;
    private final Object[] minutes;

    Unauthorized(ObjectMapper json, MessageSource messages, LoginSettings settings) {
        this.json = json;
        this.messages = messages;
        this.minutes = new Object[] {settings.lockMinutes()};
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException refused)
            throws IOException {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.UNAUTHORIZED,
                messages.getMessage(refused instanceof LockedException ? "locked" : "unauthorized", minutes, Locale.CHINA));
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding("UTF-8");
        json.writeValue(response.getWriter(), problem);
    }
}
