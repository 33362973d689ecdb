package org.tiyanguan.restore;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which database this is. A restored one says in its table that it is another: whoever restores a dump makes a new
 * database, and whoever goes back to a point in time gets a new timeline.
 */
@Component
class Installation {

    private record Row(String identity, @Nullable LocalDateTime heldSince) {}

    private static final String ACTUAL = """
            select s.system_identifier || ' ' || d.oid || ' ' || c.timeline_id
            from pg_control_system() s, pg_control_checkpoint() c, pg_database d where d.datname = current_database()""";

    private final JdbcClient jdbc;
    private final DataSource database;

    Installation(JdbcClient jdbc, DataSource database) {
        this.jdbc = jdbc;
        this.database = database;
    }

    /** Empty on H2, whose file is the whole database and knows nothing of its copies. */
    Optional<String> actual() {
        try (Connection connection = database.getConnection()) {
            if (!connection.getMetaData().getDatabaseProductName().equals("PostgreSQL")) return Optional.empty();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return Optional.of(jdbc.sql(ACTUAL).query(String.class).single());
    }

    /** What the table says; empty before the first start. */
    Optional<String> known() {
        return row().map(Row::identity);
    }

    Optional<LocalDateTime> heldSince() {
        return row().map(Row::heldSince);
    }

    void begin(String identity) {
        jdbc.sql("insert into installation (id, identity) values (1, :identity)")
                .param("identity", identity)
                .update();
    }

    void hold(String identity, LocalDateTime since) {
        jdbc.sql("update installation set identity = :identity, held_since = coalesce(held_since, :since)")
                .param("identity", identity)
                .param("since", since)
                .update();
    }

    /** Whether it was held until now; a second one who says so finds that it is not. */
    boolean release() {
        return jdbc.sql("update installation set held_since = null where held_since is not null")
                        .update()
                > 0;
    }

    private Optional<Row> row() {
        return jdbc.sql("select identity, held_since from installation")
                .query(Row.class)
                .optional();
    }
}
