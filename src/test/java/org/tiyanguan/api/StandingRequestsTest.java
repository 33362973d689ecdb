package org.tiyanguan.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tiyanguan.api.Caller.hotline;
import static org.tiyanguan.api.Caller.json;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.tiyanguan.AtTime;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.OnH2Too;
import org.tiyanguan.TestDatabase;
import org.tiyanguan.rectification.Loop;
import org.tiyanguan.security.KeyScope;

/** The first request with a key stands still, or its connection is gone, and another system repeats it. */
@IntegrationTest
@OnH2Too
@AtTime("2026-03-02T10:00:00")
class StandingRequestsTest {

    private static final String WAITING = "from pg_locks where not granted";

    @LocalServerPort
    int port;

    @Autowired
    Callers callers;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    private Caller caller;

    @BeforeEach
    void a_system_has_a_key() {
        caller = callers.with(port, KeyScope.FINDINGS_WRITE, KeyScope.FINDINGS_READ);
    }

    @Test
    void however_long_the_first_stands_still_the_key_acts_once() throws Exception {
        long before = entries();
        List<CompletableFuture<HttpResponse<String>>> both = transaction.execute(status -> {
            CompletableFuture<HttpResponse<String>> first = standing("GD-1");
            Loop.now("2026-03-02T10:05:04");
            return List.of(first, begun("GD-1", 2));
        });
        HttpResponse<String> answered = both.get(0).get(60, TimeUnit.SECONDS);
        HttpResponse<String> told = both.get(1).get(60, TimeUnit.SECONDS);
        assertThat(answered.statusCode()).isEqualTo(201);
        assertThat(told.statusCode()).isEqualTo(409);
        assertThat(json(told).get("detail").asText()).contains("正在处理");
        assertThat(told.headers().firstValue("Retry-After")).hasValue("5");
        HttpResponse<String> again = report("GD-1");
        assertThat(json(again)).isEqualTo(json(answered));
        assertThat(again.headers().firstValue("Idempotent-Replayed")).hasValue("true");
        assertThat(entries()).isEqualTo(before + 1);
    }

    @Test
    void a_key_is_free_at_once_when_the_connection_of_the_first_is_gone() throws Exception {
        Assumptions.assumeTrue(TestDatabase.isPostgres(), "H2 is in the program that would be gone");
        long before = entries();
        CompletableFuture<HttpResponse<String>> first = transaction.execute(status -> {
            CompletableFuture<HttpResponse<String>> stands = standing("GD-2");
            jdbc.sql("select pg_terminate_backend(pid) " + WAITING).query().listOfRows();
            stands.handle((answer, fault) -> null).join();
            return stands;
        });
        assertThat(first.get(60, TimeUnit.SECONDS).statusCode()).isGreaterThanOrEqualTo(500);
        HttpResponse<String> again = report("GD-2");
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.headers().firstValue("Idempotent-Replayed")).isEmpty();
        assertThat(entries()).isEqualTo(before + 1);
    }

    /** A report that waits for the year's counter, which the transaction at hand keeps locked. */
    private CompletableFuture<HttpResponse<String>> standing(String key) {
        jdbc.sql("update ledger_counter set last_number = last_number where counter_year = 2026")
                .update();
        return begun(key, 1);
    }

    /** A report that is answered, or makes it so many that the database makes wait. */
    private CompletableFuture<HttpResponse<String>> begun(String key, int waiting) {
        CompletableFuture<HttpResponse<String>> report = CompletableFuture.supplyAsync(() -> report(key));
        while (!report.isDone() && waiting() < waiting) Thread.onSpinWait();
        return report;
    }

    private long waiting() {
        String waiting = TestDatabase.isPostgres()
                ? "select count(*) " + WAITING
                : "select count(*) from information_schema.sessions where blocker_id is not null";
        return jdbc.sql(waiting).query(Long.class).single();
    }

    private HttpResponse<String> report(String key) {
        return caller.post(hotline(), "Idempotency-Key", key);
    }

    private long entries() {
        return jdbc.sql("select count(*) from ledger_entry").query(Long.class).single();
    }
}
