package org.tiyanguan.rectification;

import jakarta.validation.Valid;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
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
    private final Reports reports;
    private final Ledger ledger;
    private final Words words;

    FindingsApi(CaseMessages cases, Reports reports, Ledger ledger, Words words) {
        this.cases = cases;
        this.reports = reports;
        this.ledger = ledger;
        this.words = words;
    }

    @PostMapping
    @Transactional
    ResponseEntity<Finding> report(@Valid @RequestBody Report report) {
        String number = cases.start("rectification", reports.variables(report));
        return ResponseEntity.created(URI.create("/api/findings/" + number)).body(finding(ledger.entry(number)));
    }

    @GetMapping("/{number}")
    ResponseEntity<Finding> finding(@PathVariable String number) {
        return ResponseEntity.of(ledger.find(number).map(this::finding));
    }

    /** All wrong fields at once, each with its sentence. */
    @ExceptionHandler
    ProblemDetail invalid(MethodArgumentNotValidException e) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, words.of("refusal.report"));
        List<Map<String, String>> errors = e.getFieldErrors().stream()
                .map(error -> Map.of("field", error.getField(), "message", error.getDefaultMessage()))
                .toList();
        problem.setProperty("errors", errors);
        return problem;
    }

    private Finding finding(Entry entry) {
        return new Finding(entry.number(), entry.state(), entry.outcome(), entry.answer());
    }
}
