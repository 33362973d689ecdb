package org.tiyanguan.security.doors;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authorization.AuthorityAuthorizationDecision;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;
import org.tiyanguan.security.ApiClient;

/** Turns other systems away at the door: with problem details (RFC 9457), or as Open311 has it. */
@Component
class ApiRefusals implements AccessDeniedHandler {

    private final ObjectMapper json;
    private final MessageSource messages;

    ApiRefusals(ObjectMapper json, MessageSource messages) {
        this.json = json;
        this.messages = messages;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        if (ClientLogin.isDone()) send(request, response, HttpStatus.FORBIDDEN, "key.scope", scopes(denied));
        else send(request, response, HttpStatus.FORBIDDEN, "forbidden");
    }

    void send(HttpServletRequest request, HttpServletResponse response, HttpStatus status, String key, Object... values)
            throws IOException {
        String sentence = messages.getMessage(key, values, Locale.CHINA);
        if (ApiDoors.isOpen311(request)) {
            // There, a key that is missing or wrong is 403.
            sendOpen311(request, response, status == HttpStatus.UNAUTHORIZED ? HttpStatus.FORBIDDEN : status, sentence);
            return;
        }
        start(response, status, MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        json.writeValue(response.getWriter(), ProblemDetail.forStatusAndDetail(status, sentence));
    }

    private void sendOpen311(
            HttpServletRequest request, HttpServletResponse response, HttpStatus status, String sentence)
            throws IOException {
        if (request.getRequestURI().endsWith(".xml")) {
            start(response, status, MediaType.TEXT_XML_VALUE);
            response.getWriter()
                    .write(
                            "<?xml version=\"1.0\" encoding=\"utf-8\"?><errors><error><code>%d</code><description>%s</description></error></errors>"
                                    .formatted(status.value(), HtmlUtils.htmlEscape(sentence, "UTF-8")));
        } else {
            start(response, status, MediaType.APPLICATION_JSON_VALUE);
            json.writeValue(response.getWriter(), List.of(Map.of("code", status.value(), "description", sentence)));
        }
    }

    private static void start(HttpServletResponse response, HttpStatus status, String type) {
        response.setStatus(status.value());
        response.setContentType(type);
        response.setCharacterEncoding("UTF-8");
    }

    /** Which the door would have opened for; empty where no key opens. */
    private static String scopes(AccessDeniedException denied) {
        return denied instanceof AuthorizationDeniedException door
                        && door.getAuthorizationResult() instanceof AuthorityAuthorizationDecision decision
                ? decision.getAuthorities().stream()
                        .map(GrantedAuthority::getAuthority)
                        .filter(authority -> authority.startsWith(ApiClient.AUTHORITY))
                        .map(authority -> authority.substring(ApiClient.AUTHORITY.length()))
                        .collect(Collectors.joining(" "))
                : "";
    }
}
