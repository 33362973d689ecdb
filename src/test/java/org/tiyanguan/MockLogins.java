package org.tiyanguan;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Whom a test says a mocked request is from has not logged in and may have no account. Here the session forgets them,
 * so that nobody compares them with one; the request still knows.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class MockLogins extends OncePerRequestFilter {

    private static final String MOCKED =
            "org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors"
                    + "$SecurityContextRequestPostProcessorSupport$TestSecurityContextRepository.REPO";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getAttribute(MOCKED) != null && request.getSession(false) != null)
            request.getSession().removeAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY);
        chain.doFilter(request, response);
    }
}
