package org.tiyanguan.engine.guards;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.springframework.stereotype.Component;

/**
 * What the engine had left to those who gave a task away, or left the group that it is for: whoever is neither its
 * assignee nor its owner, nor named as a candidate.
 */
@Component
class V49__Grants_of_those_who_had_tasks extends BaseJavaMigration {

    @Override
    public void migrate(Context context) throws SQLException {
        Connection connection = context.getConnection();
        if (!hasEngine(connection)) return;
        try (Statement statement = connection.createStatement()) {
            statement.execute("""
                    delete from act_ru_authorization
                    where resource_type_ = 7 and type_ = 1 and user_id_ is not null and resource_id_ <> '*'
                    and not exists (
                        select 1 from act_ru_task t where t.id_ = resource_id_ and (t.assignee_ = user_id_ or t.owner_ = user_id_))
                    and not exists (
                        select 1 from act_ru_identitylink l
                        where l.task_id_ = resource_id_ and l.user_id_ = act_ru_authorization.user_id_)""");
        }
    }

    /** A new database gets the engine's tables later. */
    private static boolean hasEngine(Connection connection) throws SQLException {
        String table =
                connection.getMetaData().storesUpperCaseIdentifiers() ? "ACT_RU_AUTHORIZATION" : "act_ru_authorization";
        try (ResultSet found = connection.getMetaData().getTables(null, connection.getSchema(), table, null)) {
            return found.next();
        }
    }
}
