package org.tiyanguan.rectification.bulk;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.tiyanguan.core.NotFound;
import org.tiyanguan.core.Refusal;
import org.tiyanguan.ledger.Viewer;
import org.tiyanguan.ledger.list.LedgerQuery;
import org.tiyanguan.ledger.list.LedgerSearch;
import org.tiyanguan.security.CurrentUser;
import org.tiyanguan.security.People;

/** The centre's acts on many entries at once: handed in from the list, watched, and looked up later. */
@Controller
class BulkActController {

    private static final int WEEKS_SHOWN = 4;

    /** {@code department} and {@code askedBy} by name. */
    record Line(BulkAct bulk, @Nullable String department, String askedBy) {}

    private final BulkIntake intake;
    private final BulkActs acts;
    private final LedgerSearch search;
    private final People people;
    private final CurrentUser user;
    private final Clock clock;

    BulkActController(
            BulkIntake intake, BulkActs acts, LedgerSearch search, People people, CurrentUser user, Clock clock) {
        this.intake = intake;
        this.acts = acts;
        this.search = search;
        this.people = people;
        this.user = user;
        this.clock = clock;
    }

    /** The filter comes in the address, as the list had it. */
    @PostMapping("/ledger/bulk")
    ModelAndView begin(LedgerQuery query, BulkForm form, Model model) {
        Viewer viewer = Viewer.of(user);
        if (!viewer.acts()) throw new AccessDeniedException("acts");
        if (!query.makesSense(viewer)) throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        try {
            return new ModelAndView("redirect:/ledger/bulk/" + intake.begin(query, form));
        } catch (Refusal refusal) {
            Map<String, String> faults = new LinkedHashMap<>();
            refusal.faults().forEach(fault -> faults.put(fault.field(), fault.message()));
            model.addAttribute("viewer", viewer);
            model.addAttribute("bulk", form);
            model.addAttribute("bulkFaults", faults);
            model.addAttribute("chosen", acts.named(form.number()));
            model.addAttribute("matching", search.find(viewer, query).total());
            model.addAttribute("filter", query.toView());
            return new ModelAndView("ledger/bulk-again", model.asMap(), HttpStatus.BAD_REQUEST);
        }
    }

    @GetMapping("/ledger/bulk")
    String list(Model model) {
        model.addAttribute("weeks", WEEKS_SHOWN);
        model.addAttribute(
                "lines",
                acts.since(LocalDateTime.now(clock).minusWeeks(WEEKS_SHOWN)).stream()
                        .map(this::line)
                        .toList());
        return "ledger/bulk-acts";
    }

    @GetMapping("/ledger/bulk/{number:PL-[0-9-]+}")
    String progress(@PathVariable String number, Model model) {
        BulkAct bulk = acts.find(number).orElseThrow(NotFound::new);
        model.addAttribute("line", line(bulk));
        model.addAttribute("refused", acts.refused(number));
        return "ledger/bulk-act";
    }

    private Line line(BulkAct bulk) {
        String department = bulk.department() == null ? null : people.departmentName(bulk.department());
        return new Line(bulk, department, people.nameOf(bulk.askedBy()));
    }
}
