package org.tiyanguan.web;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tiyanguan.engine.CaseTask;
import org.tiyanguan.engine.CaseTasks;
import org.tiyanguan.security.CurrentUser;
import org.tiyanguan.security.People;
import org.tiyanguan.web.CaseCards.CaseCard;

/**
 * What Tasklist's list shows of each task's case, straight from the features' tables, so that a deadline is never an
 * old one: for each of the asked tasks that the user may see, a piece of HTML. Tasks of others are left out.
 */
@Controller
class TaskCards {

    private static final int MOST = 100;

    /** {@code holder} and {@code due} may be null; {@code nobodys} tells centre and leader that nobody can do it. */
    record Card(
            String task,
            CaseCard about,
            @Nullable String holder,
            @Nullable LocalDateTime due,
            boolean late,
            boolean nobodys) {}

    private final CaseTasks tasks;
    private final List<CaseCards> features;
    private final People people;
    private final CurrentUser user;
    private final Clock clock;

    TaskCards(CaseTasks tasks, List<CaseCards> features, People people, CurrentUser user, Clock clock) {
        this.tasks = tasks;
        this.features = features;
        this.people = people;
        this.user = user;
        this.clock = clock;
    }

    @GetMapping("/camunda/api/task-cards")
    String cards(@RequestParam List<String> task, Model model) {
        Set<String> nobodys = user.seesEverything()
                ? tasks.unattended().stream().map(CaseTask::id).collect(Collectors.toSet())
                : Set.of();
        model.addAttribute(
                "cards",
                tasks.find(task.stream().limit(MOST).toList()).stream()
                        .filter(found -> found.number() != null && isVisible(found))
                        .flatMap(found ->
                                about(found).map(about -> card(found, about, nobodys.contains(found.id()))).stream())
                        .toList());
        return "tasklist/cards";
    }

    private boolean isVisible(CaseTask task) {
        return user.seesEverything()
                || user.id()
                        .filter(id -> id.equals(task.assignee()) || id.equals(task.owner()))
                        .isPresent()
                || task.groups().stream().anyMatch(user.groups()::contains);
    }

    private Optional<CaseCard> about(CaseTask task) {
        return features.stream().flatMap(feature -> feature.of(task).stream()).findFirst();
    }

    private Card card(CaseTask task, CaseCard about, boolean nobodys) {
        return new Card(
                task.id(),
                about,
                task.assignee() == null ? null : people.nameOf(task.assignee()),
                task.due(),
                task.due() != null && task.due().isBefore(LocalDateTime.now(clock)),
                nobodys);
    }
}
