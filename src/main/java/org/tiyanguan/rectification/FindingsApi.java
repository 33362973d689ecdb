package org.tiyanguan.rectification;

import java.net.URI;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tiyanguan.engine.CaseMessages;

/** Findings from other systems, the 12345 hotline's for instance. */
@RestController
@RequestMapping("/api/findings")
class FindingsApi {

    /** What a system that reports may know: where its finding stands and what was answered. */
    record Finding(String number, EntryState state, Outcome outcome, String answer) {}

    private final CaseMessages cases;
    private final Ledger ledger;

    FindingsApi(CaseMessages cases, Ledger ledger) {
        this.cases = cases;
        this.ledger = ledger;
    }

    /** @param report the fields of the form {@code report-finding}, which refuses all that is wrong at once */
    @PostMapping
    @Transactional
    ResponseEntity<Finding> report(@RequestBody Map<String, Object> report) {
        String number = cases.start("rectification", report);
        return ResponseEntity.created(URI.create("/api/findings/" + number)).body(finding(ledger.entry(number)));
    }

    @GetMapping("/{number}")
    ResponseEntity<Finding> finding(@PathVariable String number) {
        return ResponseEntity.of(ledger.find(number).map(this::finding));
    }

    private Finding finding(Entry entry) {
        return new Finding(entry.number(), entry.state(), entry.outcome(), entry.answer());
    }
}
