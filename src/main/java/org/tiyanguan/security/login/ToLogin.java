package org.tiyanguan.security.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;

/** Leads somebody who is not logged in to the login page, which says why if they just were. */
public class ToLogin extends LoginUrlAuthenticationEntryPoint {

    private static final String LOGIN = "/login";

    public ToLogin() {
        super(LOGIN);
    }

    @Override
    protected String determineUrlToUseForThisRequest(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException refused) {
        return Ending.of(request).map(ending -> LOGIN + "?ended=" + ending).orElse(LOGIN);
    }
}
