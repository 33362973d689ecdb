package org.tiyanguan.security.doors;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/**
 * Tells a person without a login who asks for a page that there is none, with the page that says so; programs are told
 * to log in, as nobody shall learn from the answer which of their addresses exist.
 */
class MistypedAddress implements AuthenticationEntryPoint {

    private static final Pattern FOR_PROGRAMS = Pattern.compile("/(api|engine-rest|camunda|actuator|v3)(/.*)?");

    static boolean is(HttpServletRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return request.getMethod().equals("GET")
                && accept != null
                && accept.contains(MediaType.TEXT_HTML_VALUE)
                && request.getHeader(HttpHeaders.AUTHORIZATION) == null
                && !FOR_PROGRAMS.matcher(request.getServletPath()).matches();
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException nobody)
            throws IOException {
        response.sendError(HttpStatus.NOT_FOUND.value());
    }
}
