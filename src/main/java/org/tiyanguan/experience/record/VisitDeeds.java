package org.tiyanguan.experience.record;

import java.time.LocalDateTime;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tiyanguan.experience.Visit;
import org.tiyanguan.officer.Deeds;

/** Counts an officer's visits by how they were settled. */
@Component
class VisitDeeds implements Deeds {

    private final JdbcClient jdbc;

    VisitDeeds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, Integer> count(String account, LocalDateTime from, LocalDateTime until) {
        return Map.of(
                "records", count(Visit.State.SENT, account, from, until),
                "declined", count(Visit.State.DECLINED, account, from, until),
                "lapsed", count(Visit.State.LAPSED, account, from, until));
    }

    private int count(Visit.State state, String account, LocalDateTime from, LocalDateTime until) {
        return jdbc.sql("""
                        select count(*) from visit
                        where officer = :account and state = :state and settled_at >= :from and settled_at < :until""")
                .param("account", account)
                .param("state", state.name())
                .param("from", from)
                .param("until", until)
                .query(Integer.class)
                .single();
    }
}
