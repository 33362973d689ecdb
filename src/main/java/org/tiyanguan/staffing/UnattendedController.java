package org.tiyanguan.staffing;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.tiyanguan.engine.CaseTask;
import org.tiyanguan.notification.NoticePaths;

/** The centre's list of work that nobody can do, each with the way to its case, where the centre can act. */
@Controller
class UnattendedController {

    /** {@code path} leads to the case; null for a task of none. */
    record Line(
            @Nullable String number,
            String name,
            String whom,
            @Nullable LocalDateTime due,
            @Nullable String path) {}

    private final UnattendedTasks tasks;
    private final NoticePaths paths;

    UnattendedController(UnattendedTasks tasks, NoticePaths paths) {
        this.tasks = tasks;
        this.paths = paths;
    }

    @GetMapping("/unattended")
    String list(Model model) {
        model.addAttribute("lines", tasks.all().stream().map(this::line).toList());
        return "staffing/unattended";
    }

    private Line line(CaseTask task) {
        String path = task.number() == null ? null : paths.ofCase(task.number());
        return new Line(task.number(), task.name(), tasks.whom(task), task.due(), path);
    }
}
