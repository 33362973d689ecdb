package org.tiyanguan.engine.guards;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.springframework.stereotype.Component;

/**
 * Frees the cases of earlier versions for which no department was recognised: their proposal was stored as a list that
 * the engine cannot make again.
 */
@Component
class V22__Readable_variables extends BaseJavaMigration {

    @Override
    public void migrate(Context context) throws SQLException {
        Connection connection = context.getConnection();
        if (!hasEngine(connection)) return;
        try (Statement statement = connection.createStatement()) {
            statement.execute("""
                    update act_ru_variable set text2_ = 'java.util.ArrayList<java.lang.Object>'
                    where text2_ like 'java.util.Collections$EmptyList%'""");
        }
    }

    /** A new database gets the engine's tables later. */
    private static boolean hasEngine(Connection connection) throws SQLException {
        String table = connection.getMetaData().storesUpperCaseIdentifiers() ? "ACT_RU_VARIABLE" : "act_ru_variable";
        try (ResultSet found = connection.getMetaData().getTables(null, connection.getSchema(), table, null)) {
            return found.next();
        }
    }
}
