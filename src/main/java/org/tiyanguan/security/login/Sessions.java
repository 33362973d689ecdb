package org.tiyanguan.security.login;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.tiyanguan.engine.PasswordSet;

/**
 * A session is worth what its account is worth now. At each request the account is looked at anew: the session ends if
 * the account is gone, locked, out of office or has another password, and has the groups that the account has. So it
 * does not matter who changed the account, nor on which node.
 */
@Component
public class Sessions {

    private static final String STANDING = AccountStanding.class.getName();

    private static final String SET_OWN_PASSWORD = Sessions.class.getName() + ".own";

    private final AccountStandings standings;
    private final HttpSessionSecurityContextRepository contexts = new HttpSessionSecurityContextRepository();

    Sessions(AccountStandings standings) {
        this.standings = standings;
    }

    /** The session remembers how the account stood when its owner logged in. */
    @EventListener
    void loggedIn(InteractiveAuthenticationSuccessEvent event) {
        Authentication login = event.getAuthentication();
        AccountStanding standing =
                login.getDetails() instanceof AccountStanding known ? known : standings.of(login.getName());
        RequestContextHolder.currentRequestAttributes()
                .setAttribute(STANDING, standing, RequestAttributes.SCOPE_SESSION);
    }

    public OncePerRequestFilter check() {
        return new OncePerRequestFilter() {
            @Override
            protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                    throws ServletException, IOException {
                if (isLoggedIn(request)) check(request, response);
                chain.doFilter(request, response);
                if (request.getAttribute(SET_OWN_PASSWORD) != null && isLoggedIn(request)) keep(request);
            }
        };
    }

    /** Whoever sets their own password stays logged in where they did. */
    @EventListener
    void passwordSet(PasswordSet set) {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        Authentication user = SecurityContextHolder.getContext().getAuthentication();
        if (request != null && user != null && set.account().equals(user.getName()))
            request.setAttribute(SET_OWN_PASSWORD, true, RequestAttributes.SCOPE_REQUEST);
    }

    /** By a session; what a request brings along is checked when it comes. */
    private boolean isLoggedIn(HttpServletRequest request) {
        return contexts.containsContext(request);
    }

    private void check(HttpServletRequest request, HttpServletResponse response) {
        HttpSession session = request.getSession();
        Authentication user = SecurityContextHolder.getContext().getAuthentication();
        AccountStanding then = (AccountStanding) session.getAttribute(STANDING);
        AccountStanding now = standings.of(user.getName());
        Optional<Ending> ending = Ending.between(then, now);
        if (ending.isPresent()) {
            session.invalidate();
            SecurityContextHolder.clearContext();
            ending.get().remember(request);
        } else if (!now.equals(then)) {
            SecurityContextHolder.setContext(new SecurityContextImpl(renewed(user, now)));
            contexts.saveContext(SecurityContextHolder.getContext(), request, response);
            session.setAttribute(STANDING, now);
        }
    }

    private void keep(HttpServletRequest request) {
        String user = SecurityContextHolder.getContext().getAuthentication().getName();
        request.getSession().setAttribute(STANDING, standings.of(user));
    }

    private static Authentication renewed(Authentication user, AccountStanding now) {
        return user instanceof OAuth2AuthenticationToken there
                ? new OAuth2AuthenticationToken(
                        there.getPrincipal(), now.authorities(), there.getAuthorizedClientRegistrationId())
                : UsernamePasswordAuthenticationToken.authenticated(user.getPrincipal(), null, now.authorities());
    }
}
