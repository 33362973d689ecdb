package org.tiyanguan.colleague;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tiyanguan.colleague.Cooperation.Kind;
import org.tiyanguan.engine.CaseTask;
import org.tiyanguan.engine.CaseTasks;
import org.tiyanguan.engine.TaskMoved;
import org.tiyanguan.engine.TaskMoves;
import org.tiyanguan.engine.TaskReleased;
import org.tiyanguan.security.CurrentUser;
import org.tiyanguan.security.Memberships;
import org.tiyanguan.security.People;

/**
 * What one may do with an open task together with colleagues: those who share one of the groups that may claim it.
 * Everything else is a {@link org.tiyanguan.core.Refusal}; who has no business with a task learns nothing of it.
 */
@Component
@Transactional
class Colleagues {

    private static final int LONGEST_NOTE = 300;
    private static final int LONGEST_REPORT = 1000;

    private final CaseTasks tasks;
    private final TaskMoves moves;
    private final Opinions opinions;
    private final People people;
    private final Memberships memberships;
    private final DeputyTasks deputyTasks;
    private final CurrentUser user;
    private final ColleagueTexts texts;
    private final ApplicationEventPublisher events;

    Colleagues(
            CaseTasks tasks,
            TaskMoves moves,
            Opinions opinions,
            People people,
            Memberships memberships,
            DeputyTasks deputyTasks,
            CurrentUser user,
            ColleagueTexts texts,
            ApplicationEventPublisher events) {
        this.tasks = tasks;
        this.moves = moves;
        this.opinions = opinions;
        this.people = people;
        this.memberships = memberships;
        this.deputyTasks = deputyTasks;
        this.user = user;
        this.texts = texts;
        this.events = events;
    }

    /** How the current user stands to the task. */
    @Transactional(readOnly = true)
    public TaskRights standing(String taskId) {
        return tasks.find(taskId)
                .map(task -> TaskRights.of(task, user))
                .filter(TaskRights::isInvolved)
                .orElseThrow(NoSuchTask::new);
    }

    /** The accounts of all who share the task with the user. */
    @Transactional(readOnly = true)
    public List<String> of(TaskRights standing) {
        if (!standing.isShared()) return List.of();
        return standing.task().groups().stream()
                .flatMap(group -> people.membersOf(group).stream())
                .filter(member -> !member.equals(standing.user()))
                .distinct()
                .sorted()
                .toList();
    }

    /** 转办. */
    public void handOver(String taskId, String colleague, String note) {
        TaskRights standing = standing(taskId);
        require(standing.mayHandOver(), standing);
        String to = colleague(standing, colleague);
        if (to.equals(standing.task().assignee())) throw texts.refusal("colleague", "has-it");
        String why = texts.length("note", note, 2, LONGEST_NOTE);
        moves.handOver(taskId, to);
        tell(Kind.HAND_OVER, standing, to, why);
    }

    /** 代办: for its holder, who is away. */
    public void takeOver(String taskId) {
        TaskRights standing = standing(taskId);
        if (!standing.mayTakeOver()) throw texts.refusal(null, "no-deputy");
        String absent = Objects.requireNonNull(standing.task().assignee());
        moves.handOver(taskId, standing.user());
        deputyTasks.take(taskId, absent);
        tell(Kind.HAND_OVER, standing, standing.user(), texts.of("deputy-took", people.nameOf(absent)));
    }

    /** 委派: the colleague works on it, and it comes back. */
    public void delegate(String taskId, String colleague, String note) {
        TaskRights standing = standing(taskId);
        require(standing.mayDelegate(), standing);
        String to = colleague(standing, colleague);
        String why = texts.length("note", note, 2, LONGEST_NOTE);
        moves.delegate(taskId, standing.user(), to);
        tell(Kind.DELEGATE, standing, to, why);
    }

    /** 交回: the delegate is done. */
    public void giveBack(String taskId, String note) {
        TaskRights standing = standing(taskId);
        if (!standing.mayGiveBack()) throw texts.refusal(null, "not-delegated");
        String what = texts.length("note", note, 2, LONGEST_REPORT);
        moves.giveBack(taskId);
        tell(Kind.GIVE_BACK, standing, standing.task().owner(), what);
    }

    /** 收回: the owner does not wait for the delegate any longer. */
    public void takeBack(String taskId, String note) {
        TaskRights standing = standing(taskId);
        if (!standing.mayTakeBack()) throw texts.refusal(null, "not-delegated");
        String why = texts.length("note", note, 0, LONGEST_NOTE);
        moves.giveBack(taskId);
        tell(Kind.TAKE_BACK, standing, standing.task().assignee(), why);
    }

    /** 放回: somebody else of the group may claim it. */
    public void layBack(String taskId) {
        TaskRights standing = standing(taskId);
        require(standing.mayLayBack(), standing);
        moves.layBack(taskId);
        tell(Kind.LAY_BACK, standing, null, "");
    }

    /** 加签. */
    public void askOpinion(String taskId, String colleague, String question) {
        TaskRights standing = standing(taskId);
        require(standing.mayConsult(), standing);
        String to = colleague(standing, colleague);
        String what = texts.length("note", question, 5, LONGEST_NOTE);
        if (opinions.isAsked(taskId, to)) throw texts.refusal("colleague", "asked-already");
        opinions.ask(standing.task(), standing.group(), standing.user(), to, what);
        tell(Kind.ASK_OPINION, standing, to, what);
    }

    /** 抄送. */
    public void copy(String taskId, String colleague, String note) {
        TaskRights standing = standing(taskId);
        require(standing.mayConsult(), standing);
        String to = colleague(standing, colleague);
        String what = texts.length("note", note, 0, LONGEST_NOTE);
        tell(Kind.COPY, standing, to, what);
    }

    /** The engine's own doors: claiming in Tasklist or by REST, giving back by REST, an assignee set in Cockpit. */
    @EventListener
    void on(TaskMoved moved) {
        CaseTask task = moved.task();
        if (task.groups().isEmpty() || user.id().isEmpty()) return;
        TaskRights standing = TaskRights.of(task, user);
        if (moved.to() == null) tell(Kind.LAY_BACK, standing, null, "");
        else if (moved.givenBack()) tell(Kind.GIVE_BACK, standing, moved.to(), "");
        else {
            // Who is leaving the group at this moment gets nothing of it.
            if (!memberships.hold(moved.to(), task.groups())
                    && !(moved.to().equals(standing.user()) && standing.isShared()))
                throw texts.refusal("userId", "no-colleague");
            if (moved.to().equals(standing.user())) tell(Kind.CLAIM, standing, null, "");
            else tell(Kind.HAND_OVER, standing, moved.to(), "");
        }
    }

    /** Who had it has left; whoever may do it now reads so in the case's history. */
    @EventListener
    void on(TaskReleased released) {
        CaseTask task = released.task();
        String left = texts.of("left", people.nameOf(released.from()));
        events.publishEvent(new Cooperation(Kind.LAY_BACK, task, task.groups().get(0), null, left));
    }

    private void require(boolean may, TaskRights standing) {
        if (may) return;
        if (!standing.isShared()) throw texts.refusal(null, "own");
        if (standing.task().delegated()) throw texts.refusal(null, "delegated");
        if (standing.task().assignee() == null) throw texts.refusal(null, "nobodys");
        throw texts.refusal(null, "elsewhere", people.nameOf(standing.task().assignee()));
    }

    private String colleague(TaskRights standing, String colleague) {
        if (colleague == null || colleague.isBlank()) throw texts.refusal("colleague", "choose");
        if (!of(standing).contains(colleague)
                || !memberships.hold(colleague, standing.task().groups()))
            throw texts.refusal("colleague", "no-colleague");
        return colleague;
    }

    private void tell(Kind kind, TaskRights standing, @Nullable String to, String note) {
        events.publishEvent(new Cooperation(kind, standing.task(), standing.group(), to, note));
    }
}
