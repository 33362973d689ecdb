package org.tiyanguan.security;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Permissions;
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
import org.tiyanguan.security.ReadyFilters.ReadyFilter;
import org.tiyanguan.security.ReadyFilters.Shown;

/**
 * Makes Tasklist's ready filters, each once in the life of a database: what somebody changes or deletes later stays so.
 * A row of {@code task_filter} remembers each; two programs that start at once wait for each other there. The queries
 * hold no expressions but the four that the engine lets stored filters have.
 */
@Component
class TaskFilters {

    private static final String ME = "${currentUser()}";
    private static final String MY_GROUPS = "${currentUserGroups()}";
    private static final String NOW = "${now()}";
    private static final String SOON = "${dateTime().plusDays(3)}";

    private final FilterService filters;
    private final TaskService tasks;
    private final IdentityService identity;
    private final Accounts accounts;
    private final JdbcClient jdbc;
    private final MessageSource messages;
    private final List<ReadyFilters> features;

    TaskFilters(
            FilterService filters,
            TaskService tasks,
            IdentityService identity,
            Accounts accounts,
            JdbcClient jdbc,
            MessageSource messages,
            List<ReadyFilters> features) {
        this.filters = filters;
        this.tasks = tasks;
        this.identity = identity;
        this.accounts = accounts;
        this.jdbc = jdbc;
        this.messages = messages;
        this.features = features;
    }

    @EventListener(ApplicationStartedEvent.class)
    @Order(1)
    @Transactional
    public void ensure() {
        announced().forEach(this::make);
    }

    @EventListener
    void on(GroupMade made) {
        announced().filter(filter -> isShownTo(made.id(), filter)).forEach(filter -> show(filter.name(), made.id()));
    }

    private static boolean isShownTo(String group, ReadyFilter filter) {
        Predicate<String> groups = filter.groups();
        return groups != null && groups.test(group);
    }

    private Stream<ReadyFilter> announced() {
        return features.stream().flatMap(feature -> feature.readyFilters().stream());
    }

    private TaskQuery query(Shown shown) {
        return switch (shown) {
            case ASSIGNED -> tasks.createTaskQuery().taskAssigneeExpression(ME);
            case OF_GROUPS ->
                tasks.createTaskQuery()
                        .taskCandidateGroupInExpression(MY_GROUPS)
                        .includeAssignedTasks();
            case SOON -> own().dueAfterExpression(NOW).dueBeforeExpression(SOON);
            case OVERDUE -> own().dueBeforeExpression(NOW);
            case ALL -> tasks.createTaskQuery();
        };
    }

    /** Finds what is the user's or their groups'; the engine lets centre and leader see more. */
    private TaskQuery own() {
        return tasks.createTaskQuery()
                .or()
                .taskAssigneeExpression(ME)
                .taskCandidateGroupInExpression(MY_GROUPS)
                .includeAssignedTasks()
                .endOr();
    }

    private void make(ReadyFilter ready) {
        String name = ready.name();
        boolean first = jdbc.sql("update task_filter set filter_id = '' where name = :name and filter_id is null")
                        .param("name", name)
                        .update()
                == 1;
        if (!first) return;
        Filter filter = filters.newTaskFilter(text(name));
        filter.setQuery(query(ready.shown()).orderByDueDate().asc());
        filter.setProperties(Map.of(
                "description",
                text(name + ".description"),
                "priority",
                ready.place(),
                "refresh",
                true,
                "showUndefinedVariable",
                false));
        filters.saveFilter(filter);
        jdbc.sql("update task_filter set filter_id = :id where name = :name")
                .param("id", filter.getId())
                .param("name", name)
                .update();
        Predicate<String> groups = ready.groups();
        if (groups == null) accounts.everybody(Resources.FILTER, filter.getId(), Permissions.READ);
        else showToAll(groups, name);
        // Without it the engine shows everybody their own tasks only.
        if (ready.shown() == Shown.ALL) accounts.extendForAllTasks();
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
