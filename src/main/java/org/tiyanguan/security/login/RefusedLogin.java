package org.tiyanguan.security.login;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.tiyanguan.security.MustWait;

/** Back to the login page, which says why; whoever has to wait gets it at once, with 429. */
public class RefusedLogin implements AuthenticationFailureHandler {

    static final String WAIT = "/wait";

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException refused)
            throws IOException, ServletException {
        if (refused instanceof MustWait wait) {
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(wait.seconds()));
            request.setAttribute("wait", wait.getMessage());
            request.getRequestDispatcher(WAIT).forward(request, response);
        } else {
            response.sendRedirect(request.getContextPath() + "/login?error");
        }
    }
}
