package org.tiyanguan;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Gives each application context of the tests an empty database of its own: a real PostgreSQL, or H2 in memory when the
 * system property {@code test.database} says {@code h2}.
 */
public class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /** For the demo, whatever the run. */
    public static class H2 implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            connect(context, false);
        }
    }

    private static EmbeddedPostgres postgres;

    public static boolean isPostgres() {
        return !"h2".equals(System.getProperty("test.database"));
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        connect(context, isPostgres());
    }

    /** An empty database without a program, for what happens before one starts. */
    public static DataSource empty() {
        return new DriverManagerDataSource(create(isPostgres()), user(isPostgres()), "");
    }

    /** A connection that is none of the program's. */
    public static java.sql.Connection beside(DataSource program) throws java.sql.SQLException {
        try (var one = program.getConnection()) {
            return java.sql.DriverManager.getConnection(
                    one.getMetaData().getURL(), one.getMetaData().getUserName(), "");
        }
    }

    private static String create(boolean onPostgres) {
        String name = "test_" + UUID.randomUUID().toString().replace("-", "");
        return onPostgres ? createOnPostgres(name) : "jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=20000";
    }

    private static String user(boolean onPostgres) {
        return onPostgres ? "postgres" : "sa";
    }

    private static void connect(ConfigurableApplicationContext context, boolean onPostgres) {
        TestPropertyValues.of(
                        "spring.datasource.url=" + create(onPostgres),
                        "spring.datasource.username=" + user(onPostgres),
                        "spring.datasource.password=",
                        // Many contexts stay open side by side: an idle one holds one connection.
                        "spring.datasource.hikari.minimum-idle=1")
                .applyTo(context);
    }

    private static synchronized String createOnPostgres(String name) {
        try {
            if (postgres == null) postgres = startPostgres();
            try (var connection = postgres.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("create database " + name);
            }
            return postgres.getJdbcUrl("postgres", name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Stops after the application contexts have closed, not beside them: the engine asks for a connection when it
     * closes and would wait 30 seconds for a server that is gone.
     */
    private static EmbeddedPostgres startPostgres() throws IOException {
        EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setRegisterShutdownHook(false)
                .setServerConfig("max_connections", "300")
                // What a power cut would lose is lost anyway.
                .setServerConfig("fsync", "off")
                .setServerConfig("full_page_writes", "off")
                .setServerConfig("synchronous_commit", "off")
                .setServerConfig("shared_buffers", "256MB")
                // For StatementCounts.
                .setServerConfig("shared_preload_libraries", "pg_stat_statements")
                .start();
        SpringApplication.getShutdownHandlers().add(() -> {
            try {
                server.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return server;
    }
}
