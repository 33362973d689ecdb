package org.tiyanguan.staffing;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.tiyanguan.engine.CaseTask;
import org.tiyanguan.engine.CaseTasks;
import org.tiyanguan.security.People;

/**
 * The open tasks of all processes that nobody can do now: the assignee has no account or no role any more, or all groups
 * that may claim it are empty or gone. The engine's identity tables say who is there, so each call gives the state of now.
 */
@Component
public class UnattendedTasks {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final CaseTasks tasks;
    private final People people;
    private final MessageSource messages;

    UnattendedTasks(CaseTasks tasks, People people, MessageSource messages) {
        this.tasks = tasks;
        this.people = people;
        this.messages = messages;
    }

    /** The most urgent first. */
    public List<CaseTask> all() {
        return tasks.unattended();
    }

    /** As {@link #all}, each as a Chinese line for a notice: the case's number, the step, who should do it, until when. */
    public List<String> lines() {
        return all().stream().map(this::line).toList();
    }

    /** Names no person: an officer's account would say who reported. */
    public String line(CaseTask task) {
        String due = task.due() == null ? "" : text("line-due", TIME.format(task.due()));
        return text("line", task.number() == null ? "" : task.number(), task.name(), whom(task), due).strip();
    }

    /** The groups that should do it, which are empty, or that the account is gone. */
    public String whom(CaseTask task) {
        if (task.assignee() != null || task.groups().isEmpty()) return text("account-gone");
        return text("empty", task.groups().stream().map(people::nameOfGroup).collect(Collectors.joining("、")));
    }

    private String text(String key, Object... values) {
        return messages.getMessage("staffing." + key, values, Locale.CHINA);
    }
}
