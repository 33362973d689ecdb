package org.tiyanguan.engine;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;

/**
 * Lets one node at a time start on a PostgreSQL database: the first makes the tables, groups, grants and filters, the
 * others wait for them. The lock ends with its connection, so that a node that dies while it starts stops nobody.
 */
@Component
class StartTurns extends AbstractProcessEnginePlugin implements Ordered {

    private static final Logger LOG = LoggerFactory.getLogger(StartTurns.class);

    private static final long LOCK = 0x7479675374617274L;

    private final DataSource database;

    private @Nullable Connection turn;

    StartTurns(DataSource database) {
        this.database = database;
    }

    /** Before the engine looks for its tables. */
    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        try {
            take();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void take() throws SQLException {
        Connection connection = database.getConnection();
        if (!connection.getMetaData().getDatabaseProductName().equals("PostgreSQL")) {
            connection.close();
            return;
        }
        turn = connection;
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            if (isFree(statement)) return;
            LOG.info("Another node is starting on this database; waiting until it is ready");
            // Bringing a long ledger up to date takes the time it takes; a node that is gone lets go.
            connection.setNetworkTimeout(Runnable::run, 0);
            statement.execute("set local statement_timeout = 0; set local lock_timeout = 0");
            statement.execute("select pg_advisory_lock(" + LOCK + ")");
        } finally {
            connection.commit();
        }
    }

    private static boolean isFree(Statement statement) throws SQLException {
        try (ResultSet free = statement.executeQuery("select pg_try_advisory_lock(" + LOCK + ")")) {
            return free.next() && free.getBoolean(1);
        }
    }

    /** Once everything is there. */
    @EventListener(ApplicationReadyEvent.class)
    void give() throws SQLException {
        if (turn == null) return;
        try (Connection connection = turn;
                Statement statement = connection.createStatement()) {
            statement.execute("select pg_advisory_unlock(" + LOCK + ")");
            connection.commit();
        }
        turn = null;
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }
}
