package org.tiyanguan.security;

import java.util.List;
import java.util.Optional;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Who acts in this thread, whichever door they came through; nobody does in the engine's job threads. */
@Component
public class CurrentUser {

    private final People people;

    CurrentUser(People people) {
        this.people = people;
    }

    public Optional<String> id() {
        return authentication().map(Authentication::getName);
    }

    /** The user's full name, or the other system's; empty in job threads. */
    public Optional<String> name() {
        return client().map(ApiClient::name).or(() -> id().map(people::nameOf));
    }

    /** The other system that acts, if it is one. */
    public Optional<ApiClient> client() {
        return authentication()
                .map(Authentication::getPrincipal)
                .filter(ApiClient.class::isInstance)
                .map(ApiClient.class::cast);
    }

    public boolean is(String group) {
        return groups().contains(group);
    }

    public List<String> groups() {
        return authentication().stream()
                .flatMap(a -> a.getAuthorities().stream())
                .map(GrantedAuthority::getAuthority)
                .toList();
    }

    /** The codes of the departments that the user works for, as staff or head. */
    public List<String> departments() {
        return groups().stream()
                .filter(Roles::isDepartment)
                .map(Roles::departmentCode)
                .toList();
    }

    /** Whether the user may see every entry and who reported it: centre and leader. */
    public boolean seesEverything() {
        return is(Roles.CENTER) || is(Roles.LEADER);
    }

    private Optional<Authentication> authentication() {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                .filter(a -> a.isAuthenticated() && !(a instanceof AnonymousAuthenticationToken));
    }
}
