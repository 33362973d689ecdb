package org.tiyanguan.security.doors;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;
import org.tiyanguan.security.Offices;
import org.tiyanguan.security.Roles;

/** Turns away an officer whose term is over, and has the page say why and what still works. */
@Component
class OfficeOver implements AccessDeniedHandler {

    /** What stays open: the officer's findings, which are still answered and rated, and the record of the service. */
    static final String[] STILL_OPEN = {
        "/officer",
        "/officer/me",
        "/officer/me/letter.docx",
        "/officer/TYG-*",
        "/officer/TYG-*/confirm",
        // Whoever left is told why, answers, and keeps the papers.
        "/officer/reviews",
        "/officer/reviews/*",
        "/officer/reviews/*/*",
        // What became of what they said at an event, or of the year.
        "/officer/events/*",
        "/officer/annual",
        // Whether a text may name them.
        "/officer/practices/*",
        "/officer/practices/*/consent",
        // Asked by a phone that has sent something; it would wait for ever.
        "/officer/arrived/*"
    };

    private final List<Offices> offices;

    OfficeOver(List<Offices> offices) {
        this.offices = offices;
    }

    static boolean concerns(Authentication user) {
        return user != null
                && user.getAuthorities().stream()
                        .anyMatch(authority -> Roles.OFFICE_OVER.equals(authority.getAuthority()));
    }

    /** Whoever asks for an officer's page and is turned away as their term is over. */
    static RequestMatcher turnedAway() {
        RequestMatcher pages = Addresses.matching("/officer/**");
        return request -> pages.matches(request)
                && concerns(SecurityContextHolder.getContext().getAuthentication());
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        String account = SecurityContextHolder.getContext().getAuthentication().getName();
        offices.stream()
                .flatMap(office -> office.whyOver(account).stream())
                .findFirst()
                .ifPresent(why -> request.setAttribute("why", why));
        response.sendError(HttpStatus.FORBIDDEN.value());
    }
}
