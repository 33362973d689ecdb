package org.tiyanguan.security.login;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tiyanguan.security.Offices;
import org.tiyanguan.security.Roles;

/**
 * How accounts stand now, whichever node changed them: one look at the engine's tables, by their primary keys, and for
 * officers one at whether they are in office.
 */
@Component
public class AccountStandings {

    private record Row(String password, LocalDateTime lockedUntil, String member) {}

    private final JdbcClient jdbc;
    private final Clock clock;
    private final List<Offices> offices;

    AccountStandings(JdbcClient jdbc, Clock clock, List<Offices> offices) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.offices = offices;
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
                groups(account, rows));
    }

    private Set<String> groups(String account, List<Row> rows) {
        Set<String> groups =
                rows.stream().map(Row::member).filter(Objects::nonNull).collect(Collectors.toCollection(HashSet::new));
        if (groups.contains(Roles.OFFICER)
                && offices.stream().anyMatch(office -> office.whyOver(account).isPresent()))
            groups.add(Roles.OFFICE_OVER);
        return Set.copyOf(groups);
    }

    /** Sessions need not hold the hash itself. */
    private static String mark(String hash) {
        return UUID.nameUUIDFromBytes(hash.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
