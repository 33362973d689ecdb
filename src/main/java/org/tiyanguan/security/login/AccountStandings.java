package org.tiyanguan.security.login;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How accounts stand now, whichever node changed them: one look at the engine's tables, by their primary keys. */
@Component
public class AccountStandings {

    private record Row(String password, LocalDateTime lockedUntil, String member) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    AccountStandings(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public AccountStanding of(String account) {
        var rows = jdbc.sql("""
                        select concat(u.pwd_, u.salt_) as password, u.lock_exp_time_ as locked_until, m.group_id_ as member
                        from act_id_user u left join act_id_membership m on m.user_id_ = u.id_ where u.id_ = :account""").param("account", account).query(Row.class).list();
        if (rows.isEmpty()) return new AccountStanding(null, false, Set.of());
        LocalDateTime lockedUntil = rows.get(0).lockedUntil();
        return new AccountStanding(
                mark(rows.get(0).password()),
                lockedUntil != null && lockedUntil.isAfter(LocalDateTime.now(clock)),
                rows.stream().map(Row::member).filter(Objects::nonNull).collect(Collectors.toUnmodifiableSet()));
    }

    /** Sessions need not hold the hash itself. */
    private static String mark(String hash) {
        return UUID.nameUUIDFromBytes(hash.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
