package org.tiyanguan.chase;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tiyanguan.calendar.WorkCalendar;
import org.tiyanguan.chase.Told.Stage;
import org.tiyanguan.engine.AnyCase;
import org.tiyanguan.engine.CaseTask;
import org.tiyanguan.engine.ForModels;
import org.tiyanguan.notification.Notices;

/**
 * Reminds people of one task, or tells them and whoever stands above that it is overdue; {@code overdue-digest.bpmn}
 * calls it, and the decision table {@code late-task} says whom. No fact names an officer.
 */
@ForModels
@Component("chase")
@Transactional
public class Chase {

    /** What is due by the close of business of the next working day is reminded of. */
    private static final int SOON = 1;

    static final String SOON_MAIL = "task-soon";

    private static final int KEPT_DAYS = 400;

    /** As in the table. */
    private static final String NOBODY = "nobody";

    private static final String DOER = "doer";

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final DueTasks tasks;
    private final Told told;
    private final WorkCalendar calendar;
    private final Notices notices;
    private final Clock clock;

    Chase(DueTasks tasks, Told told, WorkCalendar calendar, Notices notices, Clock clock) {
        this.tasks = tasks;
        this.told = told;
        this.calendar = calendar;
        this.notices = notices;
        this.clock = clock;
    }

    /** The ids of the tasks of which there is something to tell that nobody was told yet. */
    public List<String> untold() {
        told.forgetBefore(LocalDateTime.now(clock).minusDays(KEPT_DAYS));
        return tasks.until(soon()).stream()
                .filter(task -> !told.knows(task, stage(task)))
                .map(CaseTask::id)
                .toList();
    }

    /** {@code SOON} or {@code OVERDUE}; null for a task that is done or was given more time meanwhile. */
    public @Nullable String stage(@AnyCase String taskId) {
        return waiting(taskId).map(task -> stage(task).name()).orElse(null);
    }

    /** Whose it is, as {@link DueTasks#whose}; null for a task that is done. */
    public @Nullable String whose(@AnyCase String taskId) {
        return waiting(taskId).map(tasks::whose).orElse(null);
    }

    /** The step's id in its diagram; null for a task that is done. */
    public @Nullable String step(@AnyCase String taskId) {
        return waiting(taskId).map(CaseTask::key).orElse(null);
    }

    /**
     * Tells them, once.
     *
     * @param whom {@code doer}, {@code head} and groups, with commas; {@code nobody} where a process chases by itself;
     *     null where no row of the table matches: the doer
     */
    public void tell(@AnyCase String taskId, Object whom) {
        CaseTask task = waiting(taskId).orElse(null);
        if (task == null || told.knows(task, stage(task))) return;
        told.note(task, stage(task));
        Set<String> people = new HashSet<>();
        for (String one : Arrays.stream((whom == null ? DOER : whom.toString()).split(","))
                .map(String::strip)
                .toList())
            people(task, one).stream()
                    .filter(people::add)
                    .forEach(account -> notices.toUser(account, template(task, one), task.number(), facts(task)));
    }

    private List<String> people(CaseTask task, String one) {
        return switch (one) {
            case NOBODY -> List.of();
            case DOER -> tasks.people(task);
            default -> tasks.above(task, one);
        };
    }

    private String template(CaseTask task, String one) {
        if (stage(task) == Stage.SOON) return SOON_MAIL;
        return one.equals(DOER) ? "task-overdue" : "task-overdue-below";
    }

    private Map<String, String> facts(CaseTask task) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("title", tasks.title(task));
        facts.put("task", task.name());
        facts.put("due", MINUTE.format(DueTasks.due(task)));
        return facts;
    }

    private Optional<CaseTask> waiting(String taskId) {
        return tasks.find(taskId).filter(task -> !DueTasks.due(task).isAfter(soon()));
    }

    private Stage stage(CaseTask task) {
        return tasks.isOverdue(task) ? Stage.OVERDUE : Stage.SOON;
    }

    private LocalDateTime soon() {
        return calendar.endOfBusiness(calendar.plusWorkdays(LocalDate.now(clock), SOON));
    }
}
