package org.tiyanguan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.PropertySourcesPropertyResolver;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What production's settings make of a connection to PostgreSQL: nothing hangs without end. */
class DatabaseLimitsTest {

    private DriverManagerDataSource server;

    @BeforeEach
    void on_postgresql() {
        Assumptions.assumeTrue(TestDatabase.isPostgres());
        server = (DriverManagerDataSource) TestDatabase.empty();
        JdbcClient.create(server).sql("create table counter as select 1 as n").update();
    }

    @Test
    void each_connection_of_the_pool_has_the_limits() throws Exception {
        try (HikariDataSource pool = pool(Map.of())) {
            JdbcClient jdbc = JdbcClient.create(pool);
            assertThat(show(jdbc, "statement_timeout")).isEqualTo("5min");
            assertThat(show(jdbc, "lock_timeout")).isEqualTo("30s");
            assertThat(show(jdbc, "idle_in_transaction_session_timeout")).isEqualTo("15min");
        }
    }

    @Test
    void who_waits_too_long_for_what_another_holds_is_refused() throws Exception {
        try (HikariDataSource pool = pool(Map.of("tiyanguan.database.longest-wait", "50ms"));
                Connection holder = server.getConnection()) {
            holder.setAutoCommit(false);
            holder.createStatement().execute("update counter set n = 2");
            assertThatThrownBy(() -> execute(pool, "update counter set n = 3"))
                    .hasFieldOrPropertyWithValue("SQLState", "55P03");
        }
    }

    @Test
    void a_statement_that_takes_too_long_is_ended() throws Exception {
        try (HikariDataSource pool = pool(Map.of("tiyanguan.database.longest-statement", "50ms"))) {
            assertThatThrownBy(() -> execute(pool, "select pg_sleep(20)"))
                    .hasFieldOrPropertyWithValue("SQLState", "57014");
        }
    }

    @Test
    void a_network_that_is_silent_counts_as_lost() throws Exception {
        try (HikariDataSource pool = pool(Map.of("tiyanguan.database.longest-silence", "1"))) {
            assertThatThrownBy(() -> execute(pool, "select pg_sleep(20)"))
                    .hasFieldOrPropertyWithValue("SQLState", "08006");
        }
    }

    private static void execute(DataSource pool, String sql) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            connection.createStatement().execute(sql);
        }
    }

    private static String show(JdbcClient jdbc, String setting) {
        return jdbc.sql("show " + setting).query(String.class).single();
    }

    private HikariDataSource pool(Map<String, Object> changed) throws IOException {
        PropertySourcesPropertyResolver settings = settings(changed);
        HikariConfig pool = new HikariConfig();
        pool.setJdbcUrl(server.getUrl());
        pool.setUsername(server.getUsername());
        pool.setConnectionInitSql(settings.getProperty("spring.datasource.hikari.connection-init-sql"));
        for (String name : new String[] {"socketTimeout", "connectTimeout", "tcpKeepAlive"})
            pool.addDataSourceProperty(
                    name, settings.getRequiredProperty("spring.datasource.hikari.data-source-properties." + name));
        return new HikariDataSource(pool);
    }

    private static PropertySourcesPropertyResolver settings(Map<String, Object> changed) throws IOException {
        MutablePropertySources sources = new MutablePropertySources();
        sources.addLast(new MapPropertySource("changed", changed));
        for (String file : new String[] {"application-prod.yml", "application.yml"})
            new YamlPropertySourceLoader()
                    .load(file, new ClassPathResource(file))
                    .forEach(sources::addLast);
        return new PropertySourcesPropertyResolver(sources);
    }
}
