package org.tiyanguan.security.login;

import java.util.Objects;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.tiyanguan.core.Refusal;
import org.tiyanguan.security.MustWait;
import org.tiyanguan.security.TooManyTries;

/**
 * Checks passwords against the engine's users. A user's authorities are the ids of the engine's groups. Whoever is
 * refused learns nothing: neither by the answer nor by the time it takes.
 */
@Component
class EngineLogin implements AuthenticationProvider {

    private final IdentityService identity;
    private final OidcAccounts provided;
    private final AccountStandings standings;

    EngineLogin(IdentityService identity, OidcAccounts provided, AccountStandings standings) {
        this.identity = identity;
        this.provided = provided;
        this.standings = standings;
    }

    @Override
    public Authentication authenticate(Authentication claim) {
        String user = claim.getName();
        // No account is named so, and no database looks for a NUL.
        if (user.chars().anyMatch(Character::isISOControl)) throw new BadCredentialsException("no name");
        // Read before the check: whoever changes the password meanwhile ends this login, too.
        AccountStanding standing = standings.of(user);
        if (!isRight(user, Objects.toString(claim.getCredentials(), ""))
                || standing.isLocked()
                || provided.isFromProvider(user)) throw new BadCredentialsException("wrong user or password");
        var login = UsernamePasswordAuthenticationToken.authenticated(user, null, standing.authorities());
        login.setDetails(standing);
        return login;
    }

    private boolean isRight(String user, String password) {
        try {
            return identity.checkPassword(user, password);
        } catch (RuntimeException e) {
            if (Refusal.in(e) instanceof TooManyTries refused) throw new MustWait(refused);
            throw e;
        }
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
