package org.tiyanguan.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tiyanguan.IntegrationTest;

/** Two nodes that start at once on one database. */
@IntegrationTest
@Timeout(60)
class StartTurnsTest {

    private static final String WAITING =
            "select count(*) from pg_locks where locktype = 'advisory' and not granted and database ="
                    + " (select oid from pg_database where datname = current_database())";

    @Autowired
    DataSource database;

    @Autowired
    JdbcClient jdbc;

    private StartTurns first;
    private StartTurns second;

    @AfterEach
    void both_have_started() throws Exception {
        first.give();
        second.give();
    }

    @Test
    void the_second_waits_until_the_first_is_ready() throws Exception {
        CompletableFuture<Void> started = startBoth();
        first.give();
        started.get(30, TimeUnit.SECONDS);
    }

    @Test
    void a_node_that_dies_while_it_starts_stops_nobody() throws Exception {
        CompletableFuture<Void> started = startBoth();
        jdbc.sql("""
                        select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and granted
                            and database = (select oid from pg_database where datname = current_database())""").query().listOfRows();
        started.get(30, TimeUnit.SECONDS);
        first = new StartTurns(database);
    }

    /** Returns once the second one waits. */
    private CompletableFuture<Void> startBoth() {
        first = new StartTurns(database);
        second = new StartTurns(database);
        begin(first);
        CompletableFuture<Void> started = CompletableFuture.runAsync(() -> begin(second));
        while (jdbc.sql(WAITING).query(Integer.class).single() == 0) Thread.onSpinWait();
        assertThat(started).isNotDone();
        return started;
    }

    private static void begin(StartTurns node) {
        node.preInit(new StandaloneInMemProcessEngineConfiguration());
    }
}
