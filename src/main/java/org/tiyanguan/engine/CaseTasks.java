package org.tiyanguan.engine;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.DelegationState;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.camunda.spin.plugin.variable.SpinValues;
import org.camunda.spin.plugin.variable.value.JsonValue;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tiyanguan.core.CaseOf;
import org.tiyanguan.core.Moments;
import org.tiyanguan.core.ReadOnce;
import org.tiyanguan.core.Refusal;

/** The open tasks of cases, as the program sees them. What may be shown to whom is the caller's to decide. */
@Component
public class CaseTasks implements CaseOf {

    private static final String CASE_VIEW = "caseView";

    /** An account without any group gets in nowhere; one that was deleted has none. */
    private static final String UNATTENDED = """
            select t.* from act_ru_task t
            where t.assignee_ is not null
                and not exists (select 1 from act_id_membership m where m.user_id_ = t.assignee_)
            or t.assignee_ is null and not exists (
                select 1 from act_ru_identitylink l
                join act_id_membership m on m.group_id_ = l.group_id_ or m.user_id_ = l.user_id_
                where l.task_id_ = t.id_ and l.type_ = 'candidate')
            order by t.due_date_, t.id_""";

    /** Of somebody who left all groups that it is for; nobody's of those that are for no group. */
    private static final String MISHELD = """
            select distinct h.holder from (
                select id_, assignee_ as holder from act_ru_task where assignee_ is not null
                union all
                select id_, owner_ from act_ru_task where owner_ is not null and delegation_ = 'PENDING') h
            where exists (
                select 1 from act_ru_identitylink l
                where l.task_id_ = h.id_ and l.type_ = 'candidate' and l.group_id_ is not null)
            and not exists (
                select 1 from act_ru_identitylink l join act_id_membership m on m.group_id_ = l.group_id_
                where l.task_id_ = h.id_ and l.type_ = 'candidate' and m.user_id_ = h.holder)
            order by h.holder""";

    /** What people have is theirs alone; what nobody has is everybody's in its groups. */
    private static final String DOERS = """
            select coalesce(t.assignee_, m.user_id_) as doer
            from act_ru_execution i
            join act_ru_task t on t.proc_inst_id_ = i.id_
            left join act_ru_identitylink l on l.task_id_ = t.id_ and l.type_ = 'candidate' and t.assignee_ is null
            left join act_id_membership m on m.group_id_ = l.group_id_
            where i.business_key_ = :number and (t.assignee_ is not null or m.user_id_ is not null)""";

    private record Doers(Set<String> accounts) {}

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final JdbcClient jdbc;
    private final ReadOnce once;
    private final Clock clock;

    CaseTasks(TaskService tasks, RuntimeService runtime, JdbcClient jdbc, ReadOnce once, Clock clock) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.jdbc = jdbc;
        this.once = once;
        this.clock = clock;
    }

    /** The most urgent first. */
    public List<CaseTask> of(String process, String number) {
        return query(number).processDefinitionKey(process).list().stream()
                .map(task -> caseTask(task, number))
                .toList();
    }

    /**
     * The id of the user's task in the case: one of their own before one that they may claim, the most urgent first.
     */
    public Optional<String> mostUrgentOf(String number, String user, List<String> groups) {
        TaskQuery own = query(number).or().taskAssignee(user);
        if (!groups.isEmpty()) own.taskCandidateGroupIn(groups);
        return own.endOr().list().stream()
                .min(Comparator.comparing(task -> user.equals(task.getAssignee()) ? 0 : 1))
                .map(Task::getId);
    }

    /** Who has a task of the case or may claim one; for transactions that change no task. */
    public Set<String> doers(String number) {
        return once.read(
                        Doers.class,
                        number,
                        () -> new Doers(jdbc.sql(DOERS)
                                .param("number", number)
                                .query(String.class)
                                .set()))
                .accounts();
    }

    public Optional<CaseTask> find(String taskId) {
        return find(List.of(taskId)).stream().findFirst();
    }

    @Override
    public @Nullable String caseOf(String taskId) {
        return find(taskId).orElseThrow().number();
    }

    /** Those of the tasks that are open. */
    public List<CaseTask> find(Collection<String> taskIds) {
        return caseTasks(
                tasks.createTaskQuery().taskIdIn(taskIds.toArray(String[]::new)).list());
    }

    /**
     * Those that nobody can do: whose assignee has no account or no role any more, or that wait for groups and people
     * of whom there is nobody. The most urgent first.
     */
    public List<CaseTask> unattended() {
        return caseTasks(tasks.createNativeTaskQuery().sql(UNATTENDED).list());
    }

    /** Those of all processes that are due by then, the most urgent first. */
    public List<CaseTask> dueBy(LocalDateTime time) {
        Date after = Moments.date(time.plus(1, ChronoUnit.MILLIS), clock);
        return caseTasks(tasks.createTaskQuery()
                .active()
                .dueBefore(after)
                .orderByDueDate()
                .asc()
                .list());
    }

    /** Those of all processes that are the user's or for one of the groups and due from then until before then. */
    public List<CaseTask> dueBetween(
            LocalDateTime from, LocalDateTime until, String user, List<String> groups, int most) {
        TaskQuery own = tasks.createTaskQuery()
                .active()
                .dueAfter(Moments.date(from.minus(1, ChronoUnit.MILLIS), clock))
                .dueBefore(Moments.date(until, clock))
                .or()
                .taskAssignee(user);
        if (!groups.isEmpty()) own.taskCandidateGroupIn(groups);
        return caseTasks(own.endOr().orderByDueDate().asc().listPage(0, most));
    }

    /** Those that the user has, or gets back from a delegate. */
    public List<CaseTask> heldBy(String user) {
        return caseTasks(tasks.createTaskQuery()
                .or()
                .taskAssignee(user)
                .taskOwner(user)
                .endOr()
                .list());
    }

    /** The accounts that have tasks, or get them back, of groups that they do not belong to. */
    public List<String> holdersFromOutside() {
        return jdbc.sql(MISHELD).query(String.class).list();
    }

    /** What the task's form shows of its case, as JSON. */
    public String caseView(String taskId) {
        JsonValue view = tasks.getVariableTyped(taskId, CASE_VIEW);
        return view.getValue().toString();
    }

    public void showCaseView(String taskId, String json) {
        tasks.setVariableLocal(taskId, CASE_VIEW, SpinValues.jsonValue(json).create());
    }

    /** A process variable that the task sees; null if it does not. */
    public Object variable(String taskId, String name) {
        return tasks.getVariable(taskId, name);
    }

    /** Completes a task as the current user; throws a {@link Refusal} as it is. */
    public void complete(String taskId, Map<String, Object> form) {
        Refusal.plainly(() -> {
            tasks.complete(taskId, form);
            return null;
        });
    }

    CaseTask of(TaskEntity task) {
        return caseTask(task, task.getProcessInstance().getBusinessKey());
    }

    private TaskQuery query(String number) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(number)
                .orderByDueDate()
                .asc();
    }

    private List<CaseTask> caseTasks(List<Task> found) {
        Map<String, String> numbers = numbers(found);
        return found.stream()
                .map(task -> caseTask(task, numbers.get(task.getProcessInstanceId())))
                .toList();
    }

    private Map<String, String> numbers(List<Task> tasks) {
        if (tasks.isEmpty()) return Map.of();
        return runtime
                .createProcessInstanceQuery()
                .processInstanceIds(
                        tasks.stream().map(Task::getProcessInstanceId).collect(Collectors.toSet()))
                .list()
                .stream()
                .filter(instance -> instance.getBusinessKey() != null)
                .collect(Collectors.toMap(ProcessInstance::getProcessInstanceId, ProcessInstance::getBusinessKey));
    }

    private CaseTask caseTask(Task task, @Nullable String number) {
        List<String> groups = tasks.getIdentityLinksForTask(task.getId()).stream()
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .toList();
        boolean delegated = task.getDelegationState() == DelegationState.PENDING;
        return new CaseTask(
                task.getId(),
                task.getTaskDefinitionKey(),
                task.getName(),
                task.getProcessDefinitionId().replaceFirst(":.*", ""),
                number,
                task.getAssignee(),
                delegated ? task.getOwner() : null,
                delegated,
                groups,
                local(task.getDueDate()));
    }

    private @Nullable LocalDateTime local(Date date) {
        return date == null ? null : LocalDateTime.ofInstant(date.toInstant(), clock.getZone());
    }
}
