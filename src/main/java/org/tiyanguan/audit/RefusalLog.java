package org.tiyanguan.audit;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Logs each request of somebody logged in that was answered 403, whoever refused it: our doors or the engine. */
public class RefusalLog extends OncePerRequestFilter {

    private final AuditLog log;

    public RefusalLog(AuditLog log) {
        this.log = log;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, response);
        Authentication user = SecurityContextHolder.getContext().getAuthentication();
        boolean known = user != null && !(user instanceof AnonymousAuthenticationToken);
        if (known && response.getStatus() == HttpStatus.FORBIDDEN.value())
            log.record(AuditKind.REFUSED, user.getName(), request.getMethod() + " " + request.getRequestURI());
    }
}
