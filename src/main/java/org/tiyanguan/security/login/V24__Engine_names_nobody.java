package org.tiyanguan.security.login;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.springframework.stereotype.Component;

/**
 * What the engine keeps of earlier versions: its history no longer says who did what, and what failed no longer quotes
 * what it worked on. Whoever could read a task and its variables still can, now that these are two permissions.
 */
@Component
class V24__Engine_names_nobody extends BaseJavaMigration {

    private static final List<String> STATEMENTS = List.of(
            "update act_hi_procinst set start_user_id_ = null where start_user_id_ is not null",
            "update act_hi_actinst set assignee_ = null where assignee_ is not null",
            "update act_hi_taskinst set assignee_ = null, owner_ = null where assignee_ is not null or owner_ is not null",
            "delete from act_hi_identitylink",
            "update act_ru_incident set incident_msg_ = null",
            "update act_ru_job set exception_msg_ = null, exception_stack_id_ = null",
            "delete from act_ge_bytearray where name_ = 'job.exceptionByteArray'",
            // Task: READ (2), READ_VARIABLE (64).
            """
            update act_ru_authorization set perms_ = perms_ + 64
            where resource_type_ = 7 and mod(perms_ / 2, 2) = 1 and mod(perms_ / 64, 2) = 0""",
            // Process definition: READ_TASK (64), READ_TASK_VARIABLE (8388608).
            """
            update act_ru_authorization set perms_ = perms_ + 8388608
            where resource_type_ = 6 and group_id_ in ('center', 'center-leader')
            and mod(perms_ / 64, 2) = 1 and mod(perms_ / 8388608, 2) = 0""");

    @Override
    public void migrate(Context context) throws SQLException {
        Connection connection = context.getConnection();
        if (!hasEngine(connection)) return;
        try (Statement statement = connection.createStatement()) {
            for (String sql : STATEMENTS) statement.execute(sql);
        }
    }

    /** A new database gets the engine's tables later. */
    private static boolean hasEngine(Connection connection) throws SQLException {
        String table = connection.getMetaData().storesUpperCaseIdentifiers() ? "ACT_HI_PROCINST" : "act_hi_procinst";
        try (ResultSet found = connection.getMetaData().getTables(null, connection.getSchema(), table, null)) {
            return found.next();
        }
    }
}
