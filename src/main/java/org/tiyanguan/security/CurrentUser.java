package org.tiyanguan.security;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Who acts in this thread, whichever door they came through; nobody does in the engine's job threads. */
@Component
public class CurrentUser {

    /** As tables take it. */
    private static final int LONGEST_NAME = 80;

    private final People people;
    private final ActingFor actingFor;

    CurrentUser(People people, ActingFor actingFor) {
        this.people = people;
        this.actingFor = actingFor;
    }

    public Optional<String> id() {
        return authentication().map(Authentication::getName);
    }

    /** The user's full name, or the other system's; empty in job threads. Whoever acts for another, says so. */
    public Optional<String> name() {
        return client().map(ApiClient::name).or(() -> id().map(this::nameOf));
    }

    private String nameOf(String account) {
        String name = people.nameOf(account);
        // On the centre's pages a leader may act who is no member of it.
        return actingFor
                .whose()
                .or(() -> lender(Roles.CENTER))
                .map(whose -> actingFor.name(name, whoseName(whose)))
                .filter(both -> both.length() <= LONGEST_NAME)
                .orElse(name);
    }

    private String whoseName(String whose) {
        return people.exists(whose) ? people.nameOf(whose) : people.nameOfGroup(whose);
    }

    /** Whether the user acts for others, or did once. */
    public boolean isOrWasDeputy() {
        return authentication().filter(Standing::isOrWasDeputy).isPresent();
    }

    /** Whether the user acts today for that account, who is away. */
    public boolean actsFor(@Nullable String absent) {
        return absent != null
                && authentication()
                        .filter(user -> Standing.actsFor(user, absent))
                        .isPresent();
    }

    /** Who is away and lends the group to the user, an account or a role; empty for a group that is the user's own. */
    public Optional<String> lender(String group) {
        return authentication().flatMap(user -> Standing.lender(user, group));
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
                .flatMap(a -> Standing.groups(a).stream())
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
