package org.tiyanguan.security;

import java.time.Clock;
import java.time.LocalDateTime;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.tiyanguan.audit.AuditLog;

/**
 * Checks passwords against the engine's users. A user's authorities are the ids of the engine's groups. After repeated
 * wrong passwords a name is locked for a while, whether or not an account has it: whoever is refused learns nothing.
 */
@Component
class EngineLogin implements AuthenticationProvider {

    private final IdentityService identity;
    private final AuditLog log;
    private final LoginSettings settings;
    private final Clock clock;
    private final OidcAccounts provided;
    private final Standings standings;

    EngineLogin(IdentityService identity, AuditLog log, LoginSettings settings, Clock clock, OidcAccounts provided, Standings standings) {
        this.identity = identity;
        this.log = log;
        this.settings = settings;
        this.clock = clock;
        this.provided = provided;
        this.standings = standings;
    }

    @Override
    public Authentication authenticate(Authentication claim) {
        String user = claim.getName();
        Object password = claim.getCredentials();
        // No account is named so, and no database looks for a NUL.
        if (user.chars().anyMatch(Character::isISOControl)) throw new BadCredentialsException("no name");
        LocalDateTime lately = LocalDateTime.now(clock).minusMinutes(settings.lockMinutes());
        if (log.failedLogins(user, lately) >= settings.attempts()) throw new LockedException("too many wrong passwords");
        // Read before the check: whoever changes the password meanwhile ends this login, too.
        Standing standing = standings.of(user);
        if (provided.isFromProvider(user)) throw new BadCredentialsException("has no password here");
        if (password == null || !identity.checkPassword(user, password.toString()))
            throw new BadCredentialsException("wrong user or password");
        if (standing.isLocked()) throw new BadCredentialsException("locked");
        var login = UsernamePasswordAuthenticationToken.authenticated(user, null, standing.authorities());
        login.setDetails(standing);
        return login;
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
