package org.tiyanguan.rectification.bulk;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.tiyanguan.ledger.ChangedDeadlines.Changed;
import org.tiyanguan.ledger.Viewer;
import org.tiyanguan.security.CurrentUser;
import org.tiyanguan.security.People;

/** What today's calendar would set on other days, to be looked over and moved for one reason. */
@Controller
class CalendarChangesController {

    /** A server takes a thousand fields of a form. */
    private static final int MOST = 500;

    record Line(Changed changed, String department) {}

    private final CalendarChanges changes;
    private final People people;
    private final CurrentUser user;

    CalendarChangesController(CalendarChanges changes, People people, CurrentUser user) {
        this.changes = changes;
        this.people = people;
        this.user = user;
    }

    @GetMapping("/ledger/calendar")
    String show(Model model) {
        List<Changed> all = changes.deadlines();
        model.addAttribute("total", all.size());
        model.addAttribute("most", MOST);
        model.addAttribute(
                "lines",
                all.stream()
                        .limit(MOST)
                        .map(one ->
                                new Line(one, people.departmentName(one.part().department())))
                        .toList());
        model.addAttribute("off", changes.onDaysOff());
        model.addAttribute("acts", Viewer.of(user).acts());
        return "ledger/calendar";
    }
}
