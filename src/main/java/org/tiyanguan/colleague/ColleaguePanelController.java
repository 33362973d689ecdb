package org.tiyanguan.colleague;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.tiyanguan.security.People;
import org.tiyanguan.security.Roles;

/** The panel 协办 of an open task, as a piece of HTML that Tasklist's script puts in its place. */
@Controller
class ColleaguePanelController {

    static final String PATH = "/camunda/api/colleagues/{taskId}";

    /** Somebody to choose. */
    record Colleague(String id, @Nullable String name, boolean head) {}

    private final Colleagues colleagues;
    private final Opinions opinions;
    private final People people;

    ColleaguePanelController(Colleagues colleagues, Opinions opinions, People people) {
        this.colleagues = colleagues;
        this.opinions = opinions;
        this.people = people;
    }

    @GetMapping(PATH)
    String panel(@PathVariable String taskId, Model model) {
        TaskRights standing = colleagues.standing(taskId);
        model.addAttribute("standing", standing);
        model.addAttribute("holder", name(standing.task().assignee()));
        model.addAttribute("owner", name(standing.task().owner()));
        model.addAttribute(
                "colleagues",
                colleagues.of(standing).stream()
                        .map(id -> colleague(standing, id))
                        .toList());
        model.addAttribute(
                "asked", opinions.askedFor(taskId).stream().map(people::nameOf).collect(Collectors.joining("、")));
        return "tasklist/colleagues";
    }

    @ExceptionHandler(NoSuchTask.class)
    @ResponseStatus(HttpStatus.NOT_FOUND)
    String unknown() {
        return "tasklist/no-task";
    }

    private Colleague colleague(TaskRights standing, String id) {
        List<String> heads = standing.task().groups().stream()
                .filter(Roles::isDepartment)
                .map(group -> Roles.departmentHead(Roles.departmentCode(group)))
                .toList();
        return new Colleague(id, people.nameOf(id), heads.stream().anyMatch(group -> people.isMember(id, group)));
    }

    private @Nullable String name(@Nullable String account) {
        return account == null ? null : people.nameOf(account);
    }
}
