package org.tiyanguan.security.login;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tiyanguan.security.Deputies;
import org.tiyanguan.security.Offices;
import org.tiyanguan.security.Roles;
import org.tiyanguan.security.Standing;

/**
 * How accounts stand now, whichever node changed them: one look at the engine's tables, by their primary keys, and for
 * officers one at whether they are in office.
 */
@Component
public class AccountStandings {

    private record Row(String password, LocalDateTime lockedUntil, String member, Long absence) {}

    private final JdbcClient jdbc;
    private final Clock clock;
    private final List<Offices> offices;
    private final Deputies deputies;

    AccountStandings(JdbcClient jdbc, Clock clock, List<Offices> offices, Deputies deputies) {
        this.deputies = deputies;
        this.jdbc = jdbc;
        this.clock = clock;
        this.offices = offices;
    }

    public AccountStanding of(String account) {
        var rows = jdbc.sql("""
                        select concat(u.pwd_, u.salt_) as password, u.lock_exp_time_ as locked_until, m.member, m.absence
                        from act_id_user u left join (
                            select user_id_ as account, group_id_ as member, null as absence
                            from act_id_membership where user_id_ = :account
                            union all select deputy, null, id from absence where deputy = :account) m on m.account = u.id_
                        where u.id_ = :account""").param("account", account).query(Row.class).list();
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
        // Few ever were deputies: nobody else's request asks for more.
        if (rows.stream().anyMatch(row -> row.absence() != null)) {
            Map<String, String> lent = deputies.lentTo(account);
            groups.addAll(lent.keySet());
            groups.addAll(Standing.authorities(lent, deputies.absentFor(account)));
        }
        return Set.copyOf(groups);
    }

    /** Sessions need not hold the hash itself. */
    private static String mark(String hash) {
        return UUID.nameUUIDFromBytes(hash.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
