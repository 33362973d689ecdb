package org.tiyanguan.evidence;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.springframework.stereotype.Component;

/** Evidence is no longer of ledger entries only. Each database gave the foreign key another name. */
@Component
class V12_1__Evidence_of_any_case extends BaseJavaMigration {

    @Override
    public void migrate(Context context) throws SQLException {
        Connection connection = context.getConnection();
        List<String> keys = new ArrayList<>();
        String table = connection.getMetaData().storesUpperCaseIdentifiers() ? "EVIDENCE" : "evidence";
        try (ResultSet found =
                connection.getMetaData().getImportedKeys(connection.getCatalog(), connection.getSchema(), table)) {
            while (found.next()) keys.add(found.getString("FK_NAME"));
        }
        try (Statement statement = connection.createStatement()) {
            for (String key : keys) statement.execute("alter table evidence drop constraint " + key);
        }
    }
}
