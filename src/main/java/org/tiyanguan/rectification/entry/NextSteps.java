package org.tiyanguan.rectification.entry;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tiyanguan.core.Texts;
import org.tiyanguan.engine.CaseTask;
import org.tiyanguan.engine.CaseTasks;
import org.tiyanguan.ledger.Entry;
import org.tiyanguan.ledger.EntryState;
import org.tiyanguan.ledger.Part;
import org.tiyanguan.ledger.PartState;
import org.tiyanguan.ledger.Viewer;
import org.tiyanguan.rectification.LoopDiagram;
import org.tiyanguan.rectification.entry.CaseFile.Step;
import org.tiyanguan.security.Choices;
import org.tiyanguan.security.People;
import org.tiyanguan.security.Roles;

/** Says in words where a case stands: what is to be done next, by whom and until when. */
@Component
class NextSteps {

    private final CaseTasks tasks;
    private final People people;
    private final Choices choices;
    private final Texts words;
    private final Clock clock;

    NextSteps(CaseTasks tasks, People people, Choices choices, Texts words, Clock clock) {
        this.tasks = tasks;
        this.people = people;
        this.choices = choices;
        this.words = words;
        this.clock = clock;
    }

    /** {@code visible} are the entry's parts that the viewer sees. */
    List<Step> of(Viewer viewer, Entry entry, List<Part> visible) {
        if (entry.state() == EntryState.CLOSED)
            return List.of(
                    sentence("now.CLOSED", words.time(entry.endedAt()), words.label("outcome", entry.outcome())));
        List<Step> steps = tasks.of(LoopDiagram.KEY, entry.number()).stream()
                .filter(task -> viewer.seesEverything() || isOf(viewer, task))
                .map(this::step)
                .toList();
        if (!steps.isEmpty()) return steps;
        if (entry.state() == EntryState.MERGED) return List.of(sentence("now.MERGED", entry.mergedInto()));
        return List.of(viewer.seesEverything() ? sentence("now.nobody") : forDepartment(entry, visible));
    }

    private Step forDepartment(Entry entry, List<Part> visible) {
        Part latest = visible.get(visible.size() - 1);
        boolean confirming = latest.state() == PartState.DONE && entry.state() == EntryState.CONFIRM;
        return sentence("now.part." + (confirming ? "CONFIRM" : latest.state()));
    }

    private static boolean isOf(Viewer viewer, CaseTask task) {
        return viewer.departments().stream().map(Roles::department).anyMatch(task.groups()::contains);
    }

    private Step step(CaseTask task) {
        boolean late = task.due() != null && task.due().isBefore(LocalDateTime.now(clock));
        return new Step(task.name(), who(task), task.due(), late);
    }

    /** A task without a group is the officer's who reported. */
    private String who(CaseTask task) {
        if (task.groups().isEmpty()) return words.of("role.OFFICER");
        String groups = task.groups().stream().map(this::name).collect(Collectors.joining("、"));
        return task.assignee() == null ? groups : groups + " " + people.nameOf(task.assignee());
    }

    private String name(String group) {
        if (group.equals(Roles.CENTER)) return words.of("role.CENTER");
        if (group.equals(Roles.LEADER)) return words.of("role.LEADER");
        if (!Roles.isDepartment(group)) return group;
        return choices.nameOf(group);
    }

    private Step sentence(String key, @Nullable Object... values) {
        return new Step(words.of(key, values), null, null, false);
    }
}
