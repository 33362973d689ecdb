package org.tiyanguan.ledger.figures;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.LocalDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tiyanguan.ledger.EntryState;
import org.tiyanguan.ledger.PartState;

/** The loop's figures for monitoring, counted when they are asked for. */
@Component
class LedgerMeters implements MeterBinder {

    private final JdbcClient jdbc;
    private final Clock clock;

    LedgerMeters(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (EntryState state : EntryState.values()) {
            if (state == EntryState.CLOSED) continue;
            Gauge.builder("tiyanguan.ledger.open", () -> inState(state))
                    .description("Entries that are not closed, by state")
                    .tag("state", state.name())
                    .register(registry);
        }
        Gauge.builder("tiyanguan.ledger.overdue", this::overdue)
                .description("Parts of departments past their deadline")
                .register(registry);
    }

    private long inState(EntryState state) {
        return jdbc.sql("select count(*) from ledger_entry where state = :state")
                .param("state", state.name())
                .query(Long.class)
                .single();
    }

    private long overdue() {
        return jdbc.sql("select count(*) from rectification_part p where p.deadline < :now and " + PartState.open("p"))
                .param("now", LocalDateTime.now(clock))
                .query(Long.class)
                .single();
    }
}
