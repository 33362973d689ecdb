package org.tiyanguan.rectification.entry;

import java.time.LocalDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tiyanguan.ledger.EntryState;
import org.tiyanguan.ledger.Outcome;
import org.tiyanguan.officer.Deeds;

/**
 * Counts an officer's findings by the year in which they were reported: {@code accepted} by the centre, also as a
 * duplicate; {@code rectified}; {@code rated} by the officer, with how many {@code stars} in all.
 */
@Component
class FindingDeeds implements Deeds {

    private record Own(String account, EntryState state, Outcome outcome, Integer rating) {

        boolean accepted() {
            return state != EntryState.TRIAGE && outcome != Outcome.ANSWERED && outcome != Outcome.WITHDRAWN;
        }
    }

    private final JdbcClient jdbc;

    FindingDeeds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, Map<String, Integer>> count(
            Collection<String> accounts, LocalDateTime from, LocalDateTime until) {
        Map<String, Map<String, Integer>> counts = new HashMap<>();
        accounts.forEach(account -> counts.put(
                account, new HashMap<>(Map.of("findings", 0, "accepted", 0, "rectified", 0, "rated", 0, "stars", 0))));
        jdbc.sql("""
                        select r.user_id as account, e.state, e.outcome, e.rating
                        from ledger_entry e join reporter r on r.number = e.number
                        where r.user_id in (:accounts) and e.reported_at >= :from and e.reported_at < :until""")
                .param("accounts", accounts)
                .param("from", from)
                .param("until", until)
                .query(Own.class)
                .list()
                .forEach(one -> add(one, Objects.requireNonNull(counts.get(one.account))));
        return counts;
    }

    private static void add(Own one, Map<String, Integer> counts) {
        counts.merge("findings", 1, Integer::sum);
        counts.merge("accepted", one.accepted() ? 1 : 0, Integer::sum);
        counts.merge("rectified", one.outcome == Outcome.RECTIFIED ? 1 : 0, Integer::sum);
        counts.merge("rated", one.rating == null ? 0 : 1, Integer::sum);
        counts.merge("stars", one.rating == null ? 0 : one.rating, Integer::sum);
    }
}
