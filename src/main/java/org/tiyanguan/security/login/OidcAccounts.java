package org.tiyanguan.security.login;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tiyanguan.core.PersonName;
import org.tiyanguan.core.Tokens;
import org.tiyanguan.security.People;

/**
 * The accounts of those who sign in at the city's identity provider. Each belongs to one person there, known by the
 * provider's unchanging {@code sub}; an account of this program, or of a namesake, is never taken over.
 */
@Component
class OidcAccounts {

    /** The key under which the engine keeps whose the account is. */
    private static final String SUBJECT = "oidc-subject";

    /** As the engine allows ids of users (application.yml), and as long. */
    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9._@-]{0,63}");

    private final IdentityService identity;
    private final People people;
    private final OidcSettings settings;

    OidcAccounts(IdentityService identity, People people, OidcSettings settings) {
        this.identity = identity;
        this.people = people;
        this.settings = settings;
    }

    boolean isFromProvider(String account) {
        return identity.getUserInfo(account, SUBJECT) != null;
    }

    /**
     * Makes the person's account, or brings it up to date, and gives it the roles that the provider's groups stand for
     * and no others. Somebody without a role gets no account, and keeps none of the roles had before.
     *
     * @return all roles of the account; none if the person has no business here
     * @throws SignOnRefused {@code NO_NAME}, {@code TAKEN}
     */
    @Transactional
    public List<String> update(OidcUser person) {
        String name = person.getClaimAsString(settings.userClaim());
        if (name == null || !NAME.matcher(name).matches()) throw new SignOnRefused(SignOnRefusal.NO_NAME, name);
        User known = identity.createUserQuery().userId(name).singleResult();
        if (known != null && !person.getSubject().equals(identity.getUserInfo(name, SUBJECT)))
            throw new SignOnRefused(SignOnRefusal.TAKEN, name);

        List<String> groups = person.getClaimAsStringList(settings.groupsClaim());
        Set<String> roles = settings.rolesOf(groups == null ? List.of() : groups);
        if (known == null && roles.isEmpty()) return List.of();
        save(known, name, person);
        List<String> had = people.groupsOf(name);
        had.stream()
                .filter(role -> settings.decides(role) && !roles.contains(role))
                .forEach(role -> identity.deleteMembership(name, role));
        roles.stream().filter(role -> !had.contains(role)).forEach(role -> identity.createMembership(name, role));
        return people.groupsOf(name);
    }

    private void save(User known, String name, OidcUser person) {
        User user = known == null ? identity.newUser(name) : known;
        String before = facts(user);
        boolean inParts = person.getFamilyName() != null && person.getGivenName() != null;
        PersonName whole = PersonName.of(Objects.requireNonNullElse(person.getFullName(), name));
        user.setLastName(inParts ? person.getFamilyName() : whole.surname());
        user.setFirstName(inParts ? person.getGivenName() : whole.given());
        user.setEmail(Boolean.FALSE.equals(person.getEmailVerified()) ? null : person.getEmail());
        if (known != null && before.equals(facts(user))) return;
        // The engine wants one; nobody gets to know it, and EngineLogin takes none for such an account.
        if (known == null) user.setPassword(Tokens.password(48));
        identity.saveUser(user);
        if (known == null) identity.setUserInfo(name, SUBJECT, person.getSubject());
    }

    private static String facts(User user) {
        return user.getLastName() + "\n" + user.getFirstName() + "\n" + user.getEmail();
    }
}
