package org.tiyanguan.experience.record;

import java.time.LocalDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tiyanguan.officer.Deeds;
import org.tiyanguan.officer.VisitCounts;

/** Counts an officer's visits by how they were settled. */
@Component
class VisitDeeds implements Deeds, VisitCounts {

    private static final Map<String, String> NAMES =
            Map.of("SENT", "records", "DECLINED", "declined", "LAPSED", "lapsed");

    private final JdbcClient jdbc;

    VisitDeeds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, Map<String, Integer>> count(
            Collection<String> accounts, LocalDateTime from, LocalDateTime until) {
        Map<String, Map<String, Integer>> counts = new HashMap<>();
        accounts.forEach(
                account -> counts.put(account, new HashMap<>(Map.of("records", 0, "declined", 0, "lapsed", 0))));
        jdbc.sql("""
                        select officer, state, count(*) as visits from visit
                        where officer in (:accounts) and state in ('SENT', 'DECLINED', 'LAPSED')
                            and settled_at >= :from and settled_at < :until
                        group by officer, state""")
                .param("accounts", accounts)
                .param("from", from)
                .param("until", until)
                .query((row, line) -> Objects.requireNonNull(counts.get(row.getString("officer")))
                        .put(NAMES.get(row.getString("state")), row.getInt("visits")))
                .list();
        return counts;
    }

    @Override
    public Map<String, Visited> of(Collection<String> accounts) {
        Map<String, Visited> visited = new HashMap<>();
        jdbc.sql("""
                        select officer, count(*) as visits, max(case when state = 'SENT' then settled_at end) as last
                        from visit where officer in (:accounts) group by officer""")
                .param("accounts", accounts)
                .query((row, line) -> {
                    LocalDateTime last = row.getObject("last", LocalDateTime.class);
                    return visited.put(
                            row.getString("officer"),
                            new Visited(row.getInt("visits"), last == null ? null : last.toLocalDate()));
                })
                .list();
        return visited;
    }
}
