package org.tiyanguan.security.doors;

import java.util.function.Predicate;
import org.springframework.security.authorization.AuthorityAuthorizationManager;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationManagers;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.tiyanguan.security.Roles;

/** What opens a door where the name of one role does not say it. */
final class Passes {

    private Passes() {}

    /** Somebody who is in a group of which that is true. */
    static AuthorizationManager<RequestAuthorizationContext> anyGroup(Predicate<String> allowed) {
        return (authentication, request) ->
                new AuthorizationDecision(authentication.get().isAuthenticated()
                        && authentication.get().getAuthorities().stream()
                                .map(GrantedAuthority::getAuthority)
                                .anyMatch(allowed));
    }

    /** An officer whose term is not over. */
    static AuthorizationManager<RequestAuthorizationContext> inOffice() {
        return AuthorizationManagers.allOf(
                AuthorityAuthorizationManager.hasAuthority(Roles.OFFICER),
                (authentication, request) -> new AuthorizationDecision(!OfficeOver.concerns(authentication.get())));
    }
}
