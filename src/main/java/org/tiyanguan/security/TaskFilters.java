package org.tiyanguan.security;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tiyanguan.engine.GroupMade;

/**
 * Tasklist's ready filters, each made once in the life of a database: what somebody changes or deletes later stays so.
 * A row of {@code task_filter} remembers each; two programs that start at once wait for each other there. The queries
 * hold no expressions but the four that the engine lets stored filters have.
 */
@Component
class TaskFilters {

    private static final String ME = "${currentUser()}";
    private static final String MY_GROUPS = "${currentUserGroups()}";
    private static final String NOW = "${now()}";
    private static final String SOON = "${dateTime().plusDays(3)}";

    /** Which filters departments see; those of departments made later too. */
    private static final List<String> DEPARTMENTS = List.of("department", "soon", "overdue");

    /** What recommending units see. */
    private static final String UNIT = "unit";

    private final FilterService filters;
    private final TaskService tasks;
    private final IdentityService identity;
    private final Accounts accounts;
    private final JdbcClient jdbc;
    private final MessageSource messages;

    TaskFilters(
            FilterService filters,
            TaskService tasks,
            IdentityService identity,
            Accounts accounts,
            JdbcClient jdbc,
            MessageSource messages) {
        this.filters = filters;
        this.tasks = tasks;
        this.identity = identity;
        this.accounts = accounts;
        this.jdbc = jdbc;
        this.messages = messages;
    }

    @EventListener(ApplicationStartedEvent.class)
    @Order(1)
    @Transactional
    public void ensure() {
        make("mine", 1, tasks.createTaskQuery().taskAssigneeExpression(ME));
        make(
                "department",
                2,
                tasks.createTaskQuery()
                        .taskCandidateGroupInExpression(MY_GROUPS)
                        .includeAssignedTasks());
        make(
                UNIT,
                2,
                tasks.createTaskQuery()
                        .taskCandidateGroupInExpression(MY_GROUPS)
                        .includeAssignedTasks());
        make("soon", 3, own().dueAfterExpression(NOW).dueBeforeExpression(SOON));
        make("overdue", 4, own().dueBeforeExpression(NOW));
        make("all", 5, tasks.createTaskQuery());
    }

    @EventListener
    void on(GroupMade made) {
        if (Roles.isDepartment(made.id())) DEPARTMENTS.forEach(name -> show(name, made.id()));
        if (Roles.isUnit(made.id())) show(UNIT, made.id());
    }

    /** What is the user's or their groups'; the engine lets centre and leader see more. */
    private TaskQuery own() {
        return tasks.createTaskQuery()
                .or()
                .taskAssigneeExpression(ME)
                .taskCandidateGroupInExpression(MY_GROUPS)
                .includeAssignedTasks()
                .endOr();
    }

    private void make(String name, int place, TaskQuery query) {
        boolean first = jdbc.sql("update task_filter set filter_id = '' where name = :name and filter_id is null")
                        .param("name", name)
                        .update()
                == 1;
        if (!first) return;
        Filter filter = filters.newTaskFilter(text(name));
        filter.setQuery(query.orderByDueDate().asc());
        filter.setProperties(Map.of(
                "description",
                text(name + ".description"),
                "priority",
                place,
                "refresh",
                true,
                "showUndefinedVariable",
                false));
        filters.saveFilter(filter);
        jdbc.sql("update task_filter set filter_id = :id where name = :name")
                .param("id", filter.getId())
                .param("name", name)
                .update();
        if (name.equals("mine")) {
            accounts.everybody(Resources.FILTER, filter.getId(), Permissions.READ);
            return;
        }
        if (name.equals(UNIT)) {
            showToAll(Roles::isUnit, name);
            return;
        }
        for (String group : List.of(Roles.CENTER, Roles.LEADER)) {
            show(name, group);
            // Without it the engine shows everybody their own tasks only.
            if (name.equals("all"))
                accounts.extend(
                        group,
                        Resources.PROCESS_DEFINITION,
                        "rectification",
                        Permissions.READ_TASK,
                        ProcessDefinitionPermissions.READ_TASK_VARIABLE);
        }
        if (DEPARTMENTS.contains(name)) showToAll(Roles::isDepartment, name);
    }

    private void showToAll(Predicate<String> groups, String name) {
        identity.createGroupQuery().list().stream()
                .map(Group::getId)
                .filter(groups)
                .forEach(group -> show(name, group));
    }

    private void show(String name, String group) {
        jdbc.sql("select filter_id from task_filter where name = :name and filter_id is not null")
                .param("name", name)
                .query(String.class)
                .optional()
                .ifPresent(id -> accounts.grant(group, Resources.FILTER, id, Permissions.READ));
    }

    private String text(String key) {
        return messages.getMessage("filter." + key, null, Locale.CHINA);
    }
}
