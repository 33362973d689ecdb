package org.tiyanguan.chase;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.tiyanguan.engine.CaseTask;
import org.tiyanguan.engine.CaseTasks;
import org.tiyanguan.security.People;
import org.tiyanguan.security.Roles;
import org.tiyanguan.security.StandIns;
import org.tiyanguan.web.CaseCards;

/** The open tasks of all processes that have a due date, and whose they are. */
@Component
class DueTasks {

    /** As in the decision table {@code late-task}. */
    private static final String DEPARTMENT = "department";

    private static final String UNIT = "unit";
    private static final String PERSON = "person";

    private final CaseTasks tasks;
    private final List<CaseCards> features;
    private final List<DueElsewhere> elsewhere;
    private final People people;
    private final StandIns standIns;
    private final Clock clock;

    DueTasks(
            CaseTasks tasks,
            List<CaseCards> features,
            List<DueElsewhere> elsewhere,
            People people,
            StandIns standIns,
            Clock clock) {
        this.tasks = tasks;
        this.features = features;
        this.elsewhere = elsewhere;
        this.people = people;
        this.standIns = standIns;
        this.clock = clock;
    }

    List<CaseTask> until(LocalDateTime time) {
        return tasks.dueBy(time);
    }

    Optional<CaseTask> find(String taskId) {
        return tasks.find(taskId).filter(task -> task.due() != null);
    }

    /** Of a task that is chased: it has one. */
    static LocalDateTime due(CaseTask task) {
        return Objects.requireNonNull(task.due());
    }

    boolean isOverdue(CaseTask task) {
        return due(task).isBefore(LocalDateTime.now(clock));
    }

    /** All that is due by then, the most urgent first: tasks, and what features list instead of theirs. */
    List<Due> all(LocalDateTime time) {
        Stream<Due> ofTasks = until(time).stream()
                .filter(task -> elsewhere.stream().noneMatch(feature -> feature.covers(task)))
                .map(task -> new Due(task.number(), what(task), task.groups(), task.assignee(), due(task)));
        return Stream.concat(ofTasks, elsewhere.stream().flatMap(feature -> feature.due(time).stream()))
                .sorted(Comparator.comparing(Due::at).thenComparing(due -> String.valueOf(due.number())))
                .toList();
    }

    /** What its case is about; the step alone for a process that no feature knows. */
    String title(CaseTask task) {
        return features.stream()
                .flatMap(feature -> feature.of(task).stream())
                .findFirst()
                .map(CaseCards.CaseCard::title)
                .orElse("");
    }

    /** {@code center}, {@code center-leader}, {@code officer}, {@code department}, {@code unit} or {@code person}. */
    String whose(CaseTask task) {
        if (task.groups().isEmpty()) {
            boolean officer = task.assignee() != null && people.isMember(task.assignee(), Roles.OFFICER);
            return officer ? Roles.OFFICER : PERSON;
        }
        String group = task.groups().get(0);
        if (Roles.isDepartment(group)) return DEPARTMENT;
        return Roles.isUnit(group) ? UNIT : group;
    }

    /** Who has it, also while somebody else helps; all who may claim it while nobody does. */
    List<String> people(CaseTask task) {
        List<String> holders = Stream.of(Optional.ofNullable(task.assignee()), Optional.ofNullable(task.owner()))
                .flatMap(Optional::stream)
                .filter(account -> !people.groupsOf(account).isEmpty())
                .distinct()
                .toList();
        return holders.isEmpty() ? membersOf(task.groups()) : holders;
    }

    /**
     * Of a group in words of the table: {@code head} is the head of the task's department. Where the group is empty its
     * stand-ins learn it. A group that works on no cases learns nothing.
     */
    List<String> above(CaseTask task, String group) {
        Stream<String> groups = group.equals("head")
                ? task.groups().stream()
                        .filter(Roles::isDepartment)
                        .map(department -> Roles.departmentHead(Roles.departmentCode(department)))
                : Stream.of(group);
        return groups.filter(Roles::worksOnCases)
                .flatMap(one -> Stream.concat(people.membersOf(one).stream(), standIns.of(one).stream()))
                .distinct()
                .toList();
    }

    private List<String> membersOf(List<String> groups) {
        return groups.stream()
                .flatMap(group -> people.membersOf(group).stream())
                .distinct()
                .toList();
    }

    private String what(CaseTask task) {
        String title = title(task);
        return title.isEmpty() ? task.name() : task.name() + "：" + title;
    }
}
