package org.tiyanguan.rectification;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tiyanguan.engine.CaseTask;
import org.tiyanguan.engine.CaseTasks;
import org.tiyanguan.security.CurrentUser;
import org.tiyanguan.security.People;

/**
 * What Tasklist's list shows of each task's case, straight from the ledger, so that a card or a deadline is never an old
 * one: for each of the asked tasks that the user may see, a piece of HTML. Tasks of others are left out.
 */
@Controller
class TaskCards {

    private static final int MOST = 100;

    /** {@code card} is YELLOW, RED or null; {@code holder} and {@code due} may be null. */
    record Card(
            String task,
            String number,
            String title,
            String departments,
            String holder,
            LocalDateTime due,
            boolean late,
            String card) {}

    private final CaseTasks tasks;
    private final Ledger ledger;
    private final Parts parts;
    private final People people;
    private final CurrentUser user;
    private final Clock clock;

    TaskCards(CaseTasks tasks, Ledger ledger, Parts parts, People people, CurrentUser user, Clock clock) {
        this.tasks = tasks;
        this.ledger = ledger;
        this.parts = parts;
        this.people = people;
        this.user = user;
        this.clock = clock;
    }

    @GetMapping("/camunda/api/task-cards")
    String cards(@RequestParam List<String> task, Model model) {
        model.addAttribute("cards", tasks.find(task.stream().limit(MOST).toList()).stream()
                .filter(this::isVisible)
                .map(this::card)
                .filter(Objects::nonNull)
                .toList());
        return "tasklist/cards";
    }

    private boolean isVisible(CaseTask task) {
        return user.seesEverything()
                || user.id().filter(id -> id.equals(task.assignee()) || id.equals(task.owner())).isPresent()
                || task.groups().stream().anyMatch(user.groups()::contains);
    }

    /** Null for a task that is about no entry. */
    private Card card(CaseTask task) {
        Entry entry = task.number() == null ? null : ledger.find(task.number()).orElse(null);
        if (entry == null) return null;
        List<Part> shown = shown(task);
        return new Card(
                task.id(),
                entry.number(),
                entry.title(),
                shown.stream().map(this::name).distinct().collect(Collectors.joining("、")),
                task.assignee() == null ? null : people.nameOf(task.assignee()),
                task.due(),
                task.due() != null && task.due().isBefore(LocalDateTime.now(clock)),
                card(shown));
    }

    /** The task's own part; otherwise all that the user sees. */
    private List<Part> shown(CaseTask task) {
        Object partId = tasks.variable(task.id(), "partId");
        return parts.of(task.number()).stream()
                .filter(part -> partId == null ? sees(part) : partId.equals(part.id()))
                .toList();
    }

    private boolean sees(Part part) {
        boolean theirs = user.seesEverything() || user.departments().contains(part.department());
        return theirs && part.state() != Part.State.SENT_BACK && part.state() != Part.State.WITHDRAWN;
    }

    /** Red before yellow. */
    private static String card(List<Part> parts) {
        List<String> cards = parts.stream().map(Part::card).filter(Objects::nonNull).toList();
        if (cards.contains("RED")) return "RED";
        return cards.isEmpty() ? null : "YELLOW";
    }

    private String name(Part part) {
        return people.department(part.department()).map(People.Department::name).orElse(part.department());
    }
}
