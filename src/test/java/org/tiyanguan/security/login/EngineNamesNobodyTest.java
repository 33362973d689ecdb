package org.tiyanguan.security.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.TaskPermissions;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.migration.Context;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.rectification.Loop;
import org.tiyanguan.security.Accounts;
import org.tiyanguan.security.Roles;

/** What an older version stored is taken away when this one starts. */
@IntegrationTest
class EngineNamesNobodyTest {

    @Autowired
    Loop loop;

    @Autowired
    Accounts accounts;

    @Autowired
    AuthorizationService authorizations;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DataSource database;

    @Test
    void the_history_of_older_versions_names_nobody_any_more_and_tasks_stay_readable() throws SQLException {
        loop.report();
        jdbc.sql("update act_hi_procinst set start_user_id_ = 'officer'").update();
        jdbc.sql("update act_hi_actinst set assignee_ = 'officer'").update();
        jdbc.sql("update act_hi_taskinst set assignee_ = 'officer', owner_ = 'officer'")
                .update();
        jdbc.sql(
                        "update act_ru_authorization set perms_ = perms_ - 64 where resource_type_ = 7 and resource_id_ <> '*'")
                .update();

        try (Connection connection = database.getConnection()) {
            new V24__Engine_names_nobody().migrate(new Context() {
                @Override
                public Configuration getConfiguration() {
                    throw new UnsupportedOperationException();
                }

                @Override
                public Connection getConnection() {
                    return connection;
                }
            });
        }

        assertThat(jdbc.sql("select count(*) from act_hi_procinst where start_user_id_ is not null")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql("select count(*) from act_hi_actinst where assignee_ is not null")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql("select count(*) from act_hi_taskinst where assignee_ is not null or owner_ is not null")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(authorizations
                        .createAuthorizationQuery()
                        .resourceType(Resources.TASK)
                        .groupIdIn("center")
                        .list())
                .isNotEmpty()
                .allSatisfy(grant -> assertThat(grant.isPermissionGranted(TaskPermissions.READ_VARIABLE))
                        .isTrue());
        assertThat(granted("center-leader", Resources.PROCESS_DEFINITION, "rectification")
                        .getPermissions(Permissions.values()))
                .contains(Permissions.READ_TASK);
    }

    /** Versions before the doors granted it. */
    @Test
    void what_designers_were_granted_by_older_versions_is_narrowed_at_the_start() {
        Authorization grant = granted(Roles.DESIGNER, Resources.DEPLOYMENT, "*");
        grant.addPermission(Permissions.ALL);
        authorizations.saveAuthorization(grant);

        accounts.ensureRoles();

        Permission[] left = granted(Roles.DESIGNER, Resources.DEPLOYMENT, "*").getPermissions(new Permission[] {
            Permissions.READ, Permissions.CREATE, Permissions.DELETE, Permissions.UPDATE
        });
        assertThat(left).containsExactlyInAnyOrder(Permissions.READ, Permissions.CREATE);
    }

    private Authorization granted(String group, Resources resource, String id) {
        return authorizations
                .createAuthorizationQuery()
                .groupIdIn(group)
                .resourceType(resource)
                .resourceId(id)
                .singleResult();
    }
}
