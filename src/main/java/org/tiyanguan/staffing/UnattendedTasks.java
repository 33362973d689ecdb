package org.tiyanguan.staffing;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tiyanguan.core.Texts;
import org.tiyanguan.engine.CaseTask;
import org.tiyanguan.engine.CaseTasks;
import org.tiyanguan.security.Choices;

/**
 * The open tasks of all processes that nobody can do now: the assignee has no account or no role any more, or all
 * groups that may claim it are empty or gone. The engine's identity tables say who is there, so each call gives the
 * state of now.
 */
@Component
public class UnattendedTasks {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final CaseTasks tasks;
    private final Choices choices;
    private final Texts texts;

    UnattendedTasks(CaseTasks tasks, Choices choices, Texts texts) {
        this.tasks = tasks;
        this.choices = choices;
        this.texts = texts;
    }

    /** The most urgent first. */
    public List<CaseTask> all() {
        return tasks.unattended();
    }

    /**
     * As {@link #all}, each as a Chinese line for a notice: the case's number, the step, who should do it, until when.
     */
    public List<String> lines() {
        return all().stream().map(this::line).toList();
    }

    /** Names no person: an officer's account would say who reported. */
    public String line(CaseTask task) {
        return text("line", step(task), whom(task));
    }

    /** The case's number, the step, until when. */
    String step(CaseTask task) {
        String due = task.due() == null ? "" : text("due", TIME.format(task.due()));
        return text("step", task.number() == null ? "" : task.number(), task.name(), due)
                .strip();
    }

    /** The groups that should do it, which are empty, or that whoever had it is gone. */
    public String whom(CaseTask task) {
        if (task.assignee() != null) return text("account-gone");
        if (task.groups().isEmpty()) return text("holder-left");
        return task.groups().stream().map(choices::nameOf).collect(Collectors.joining("、"));
    }

    private String text(String key, Object... values) {
        return texts.of("staffing." + key, values);
    }
}
