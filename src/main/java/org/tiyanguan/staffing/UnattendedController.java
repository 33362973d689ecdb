package org.tiyanguan.staffing;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.tiyanguan.engine.CaseTask;
import org.tiyanguan.notification.NoticePaths;
import org.tiyanguan.notification.RefusedAddresses;
import org.tiyanguan.security.People;

/**
 * The centre's list of work that nobody can do, each with the way to its case, where the centre can act; and of people
 * whom no mail reaches.
 */
@Controller
class UnattendedController {

    /** {@code path} leads to the case; null for a task of none. */
    record Line(
            @Nullable String number,
            String name,
            String whom,
            @Nullable LocalDateTime due,
            @Nullable String path) {}

    /** Somebody whose address refuses mails. */
    record Unreachable(String name, String address, String why, LocalDateTime at) {}

    private final UnattendedTasks tasks;
    private final NoticePaths paths;
    private final RefusedAddresses refused;
    private final People people;

    UnattendedController(UnattendedTasks tasks, NoticePaths paths, RefusedAddresses refused, People people) {
        this.tasks = tasks;
        this.paths = paths;
        this.refused = refused;
        this.people = people;
    }

    @GetMapping("/unattended")
    String list(Model model) {
        model.addAttribute("lines", tasks.all().stream().map(this::line).toList());
        model.addAttribute(
                "unreachable", refused.all().stream().map(this::unreachable).toList());
        return "staffing/unattended";
    }

    private Unreachable unreachable(RefusedAddresses.Refused one) {
        return new Unreachable(String.valueOf(people.nameOf(one.account())), one.address(), one.why(), one.at());
    }

    private Line line(CaseTask task) {
        String path = task.number() == null ? null : paths.ofCase(task.number());
        return new Line(task.number(), task.name(), tasks.whom(task), task.due(), path);
    }
}
