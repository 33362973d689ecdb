package org.tiyanguan.officer;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tiyanguan.core.Refusal;
import org.tiyanguan.core.Sha256;
import org.tiyanguan.core.Tokens;

/**
 * Links by which officers set their first password: no password ever stands in a mail. Each works once, for a while.
 */
@Component
@Transactional
public class Activations {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final IdentityService identity;
    private final OfficerSettings settings;
    private final String baseUrl;

    Activations(
            JdbcClient jdbc,
            Clock clock,
            IdentityService identity,
            OfficerSettings settings,
            @Value("${tiyanguan.base-url}") String baseUrl) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.identity = identity;
        this.settings = settings;
        this.baseUrl = baseUrl;
    }

    /** A new link for a mail. */
    public String link(String account) {
        return baseUrl + path(account);
    }

    /** A new link for the account as a path of this program; older ones end. */
    public String path(String account) {
        String token = Tokens.random(32);
        jdbc.sql("delete from activation where account = :account and used_at is null")
                .param("account", account)
                .update();
        jdbc.sql("insert into activation (token_hash, account, expires_at) values (:hash, :account, :expires)")
                .param("hash", Sha256.of(token))
                .param("account", account)
                .param("expires", LocalDateTime.now(clock).plusHours(settings.activationHours()))
                .update();
        return "/activate/" + token;
    }

    /** The account that the link may still activate. */
    public Optional<String> account(String token) {
        return jdbc.sql(
                        "select account from activation where token_hash = :hash and used_at is null and expires_at > :now")
                .param("hash", Sha256.of(token))
                .param("now", LocalDateTime.now(clock))
                .query(String.class)
                .optional();
    }

    /** Whether the owner has set a password. */
    public boolean isActive(String account) {
        return jdbc.sql("select count(*) from activation where account = :account and used_at is not null")
                        .param("account", account)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /**
     * Sets the password; whether the link was still good.
     *
     * @throws Refusal for a password that breaks the rules
     */
    public boolean activate(String token, String password) {
        Optional<String> account = account(token);
        int used = jdbc.sql(
                        "update activation set used_at = :now where token_hash = :hash and used_at is null and expires_at > :now")
                .param("hash", Sha256.of(token))
                .param("now", LocalDateTime.now(clock))
                .update();
        if (used == 0) return false;
        User user = identity.createUserQuery().userId(account.orElseThrow()).singleResult();
        user.setPassword(password);
        Refusal.plainly(() -> {
            identity.saveUser(user);
            return null;
        });
        return true;
    }

    /** Makes a password for an account that nobody can log in to yet. */
    String nobodysPassword() {
        return Tokens.password(32);
    }
}
