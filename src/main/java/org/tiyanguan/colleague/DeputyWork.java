package org.tiyanguan.colleague;

import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.tiyanguan.colleague.Cooperation.Kind;
import org.tiyanguan.engine.Afterwards;
import org.tiyanguan.engine.CaseTask;
import org.tiyanguan.engine.CaseTasks;
import org.tiyanguan.engine.TaskCompleting;
import org.tiyanguan.engine.TaskMoves;
import org.tiyanguan.security.ActingFor;
import org.tiyanguan.security.CurrentUser;
import org.tiyanguan.security.Deputies;
import org.tiyanguan.security.People;
import org.tiyanguan.security.Roles;

/**
 * What deputies complete for people who are away is theirs to do, and said to be done for these. Nobody does both sides
 * of a case: what somebody proposed or asked for, they do not decide in another's place, nor the other way round. What
 * a deputy took over goes back when the absence is over.
 */
@Component
class DeputyWork {

    private final DeputyTasks done;
    private final Deputies deputies;
    private final List<CaseActors> actors;
    private final CaseTasks tasks;
    private final TaskMoves moves;
    private final People people;
    private final CurrentUser user;
    private final ActingFor actingFor;
    private final Afterwards afterwards;
    private final ColleagueTexts texts;
    private final ApplicationEventPublisher events;

    DeputyWork(
            DeputyTasks done,
            Deputies deputies,
            List<CaseActors> actors,
            CaseTasks tasks,
            TaskMoves moves,
            People people,
            CurrentUser user,
            ActingFor actingFor,
            Afterwards afterwards,
            ColleagueTexts texts,
            ApplicationEventPublisher events) {
        this.done = done;
        this.deputies = deputies;
        this.actors = actors;
        this.tasks = tasks;
        this.moves = moves;
        this.people = people;
        this.user = user;
        this.actingFor = actingFor;
        this.afterwards = afterwards;
        this.texts = texts;
        this.events = events;
    }

    /** Others' completions cost nothing here. */
    @EventListener
    void on(TaskCompleting completing) {
        if (!user.isOrWasDeputy()) return;
        CaseTask task = tasks.find(completing.taskId()).orElseThrow();
        Optional<String> group =
                task.groups().stream().filter(user.groups()::contains).findFirst();
        if (group.isEmpty() && !task.groups().isEmpty()) throw texts.refusal(null, "deputy-over");
        Optional<String> own = task.groups().stream()
                .filter(user.groups()::contains)
                .filter(one -> user.lender(one).isEmpty())
                .findFirst();
        Optional<String> lent = own.isPresent() ? Optional.empty() : group;
        group.ifPresent(one -> checkSides(task, one, lent.isPresent()));
        whose(task, lent).ifPresent(whose -> {
            actingFor.set(whose);
            String number = task.number();
            if (number != null) group.ifPresent(one -> done.acted(number, me(), one));
        });
        done.forget(task.id());
    }

    private Optional<String> whose(CaseTask task, Optional<String> lent) {
        Optional<String> taken = done.absent(task.id());
        if (taken.isPresent()) return taken;
        return user.actsFor(task.assignee()) ? Optional.ofNullable(task.assignee()) : lent.flatMap(user::lender);
    }

    private void checkSides(CaseTask task, String group, boolean lent) {
        String number = task.number();
        if (number == null || !group.equals(Roles.LEADER) && !group.equals(Roles.CENTER)) return;
        boolean other = done.actedBy(number, me()).stream().anyMatch(before -> !before.equals(group));
        if (other || lent && actors.stream().anyMatch(history -> history.hasActed(number, me())))
            throw texts.refusal(null, "both-sides");
    }

    private String me() {
        return user.id().orElseThrow();
    }

    /** What a deputy took over and did not end goes back to whose it was, or to the group. */
    @EventListener(ApplicationStartedEvent.class)
    @Order(190)
    @Scheduled(cron = "0 0 0,7 * * *", zone = "Asia/Shanghai")
    void giveBack() {
        done.all().forEach(taken -> afterwards.run("a task of " + taken.absent(), () -> giveBack(taken)));
    }

    private void giveBack(DeputyTasks.Taken taken) {
        CaseTask task = tasks.find(taken.taskId()).orElse(null);
        if (task != null && task.assignee() != null) {
            if (deputies.absentFor(task.assignee()).contains(taken.absent())) return;
            Optional<String> group = task.groups().stream()
                    .filter(one -> people.isMember(taken.absent(), one))
                    .findFirst();
            if (!task.delegated() && group.isPresent()) {
                moves.handOver(task.id(), taken.absent());
                events.publishEvent(
                        new Cooperation(Kind.HAND_OVER, task, group.get(), taken.absent(), texts.of("deputy-ended")));
            }
        }
        done.forget(taken.taskId());
    }
}
