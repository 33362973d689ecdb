package org.tiyanguan.event.schedule;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tiyanguan.core.Sha256;
import org.tiyanguan.core.Tokens;
import org.tiyanguan.event.EventSettings;
import org.tiyanguan.gate.Network;
import org.tiyanguan.security.Tries;

/** The secret addresses of people's calendars: whoever knows one reads it, and its owner may take it back. */
@Component
@Transactional
class Feeds {

    private static final int TOKEN_BYTES = 32;

    private final JdbcClient jdbc;
    private final Tries tries;
    private final EventSettings settings;
    private final Clock clock;

    Feeds(JdbcClient jdbc, Tries tries, EventSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.tries = tries;
        this.settings = settings;
        this.clock = clock;
    }

    /** Returns the new token, which is shown once; the one before opens nothing any more. */
    String make(String account) {
        revoke(account);
        String token = Tokens.random(TOKEN_BYTES);
        jdbc.sql("insert into calendar_feed (account, token_hash, made_at) values (:account, :hash, :now)")
                .param("account", account)
                .param("hash", Sha256.of(token))
                .param("now", LocalDateTime.now(clock))
                .update();
        return token;
    }

    void revoke(String account) {
        jdbc.sql("delete from calendar_feed where account = :account")
                .param("account", account)
                .update();
    }

    Optional<LocalDateTime> madeAt(String account) {
        return jdbc.sql("select max(made_at) from calendar_feed where account = :account having count(*) > 0")
                .param("account", account)
                .query(LocalDateTime.class)
                .optional();
    }

    /**
     * The account whose calendar it opens.
     *
     * @throws org.tiyanguan.security.TooManyTries after too many wrong ones from that address
     */
    Optional<String> account(String token, String address) {
        Optional<String> owner = jdbc.sql("""
                        select f.account from calendar_feed f where f.token_hash = :hash
                            and not exists (select 1 from calendar_feed n where n.account = f.account and n.id > f.id)""")
                .param("hash", Sha256.of(token))
                .query(String.class)
                .optional();
        tries.check(
                List.of(new Tries.Limit("calendar from " + Network.of(address), settings.feedGuessesAnHour(), true)),
                owner::isPresent);
        return owner;
    }
}
