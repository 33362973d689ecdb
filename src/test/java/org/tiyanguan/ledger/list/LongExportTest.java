package org.tiyanguan.ledger.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.ledger.LedgerRows;
import org.tiyanguan.ledger.Viewer;

/** A file of many entries is written row by row: what lies in memory meanwhile is a small part of it. */
@IntegrationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LongExportTest {

    private static final int ENTRIES = 8_000;

    private static final String ANSWER = "已增开窗口，欢迎再来体验。".repeat(150);

    private static final LedgerQuery ALL = new LedgerQuery(
            null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
            null, null, null, null, null, null, null, null, null, null, null);

    @Autowired
    LedgerExport export;

    @Autowired
    JdbcClient client;

    @BeforeAll
    void many_entries() {
        LedgerRows.clear(client);
        client.sql("""
                        insert into ledger_entry (number, kind, title, description, place, occurred_on, service_item, urgency, channel, state,
                            public_title, public_description, public_place, public_service_item, outcome, answer, closed_at, reported_at)
                        select 'TYG-2026-' || lpad(cast(n as varchar), 6, '0'), 'PROBLEM', '排队过久', '等了两个小时。', '二楼', date '2026-03-01',
                            '户口迁移', 'URGENT', 'OFFICER', 'CLOSED', '排队过久', '等了两个小时。', '二楼', '户口迁移', 'RECTIFIED', :answer,
                            timestamp '2026-03-02 10:00:00', timestamp '2026-03-02 10:00:00'
                        from generate_series(1, :entries) n""").param("answer", ANSWER).param("entries", ENTRIES).update();
    }

    @AfterAll
    void clear() {
        LedgerRows.clear(client);
    }

    @Test
    void of_signs() throws Exception {
        Watched file = new Watched(10_000_000);
        export.csv(new Viewer(true, true, List.of()), ALL, file);
        assertThat(file.length).isGreaterThan((long) ENTRIES * ANSWER.length() * 3);
        // All of it at once are 40 MB and more.
        assertThat(file.mostBytes).isLessThan(25_000_000);
    }

    /**
     * The rows are made and put away before the first byte is written; 15 MB were left of them when they were kept
     * until then.
     */
    @Test
    void of_cells() throws Exception {
        Watched file = new Watched(1_000_000);
        export.xlsx(new Viewer(true, true, List.of()), ALL, file);
        assertThat(file.mostBytes).isLessThan(9_000_000);
    }

    /** Looks now and then how much more memory is taken than before; begins with the first byte. */
    private static class Watched extends OutputStream {

        private final long before = taken();
        private final long every;
        private long length;
        private long next;
        private long mostBytes;

        Watched(long every) {
            this.every = every;
        }

        @Override
        public void write(int sign) {
            write(null, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int count) {
            length += count;
            if (length < next) return;
            next = length + every;
            mostBytes = Math.max(mostBytes, taken() - before);
        }

        private static long taken() {
            System.gc();
            return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
        }
    }
}
