package org.tiyanguan.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tiyanguan.core.Refusal;
import org.tiyanguan.core.Refusal.Fault;
import org.tiyanguan.ledger.EntryState;
import org.tiyanguan.ledger.Origin;
import org.tiyanguan.ledger.Report;
import org.tiyanguan.ledger.feed.FeedQuery;
import org.tiyanguan.rectification.Findings;
import org.tiyanguan.security.ApiClient;
import org.tiyanguan.security.CurrentUser;

/** Findings from other systems, the 12345 hotline's for instance. A system sees those that it reported itself. */
@RestController
@RequestMapping(path = "/api/findings", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Findings", description = "openapi.tag.findings.description")
class FindingsController {

    private static final String REFERENCE = "reference";
    private static final int LONGEST_REFERENCE = 100;

    private final Findings findings;
    private final Feed feed;
    private final Idempotency idempotency;
    private final CurrentUser user;
    private final ApiTexts texts;

    FindingsController(Findings findings, Feed feed, Idempotency idempotency, CurrentUser user, ApiTexts texts) {
        this.findings = findings;
        this.feed = feed;
        this.idempotency = idempotency;
        this.user = user;
        this.texts = texts;
    }

    /** @param report the fields of the form {@code report-finding}, and {@code reference}: what the system calls it */
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "reportFinding",
            summary = "openapi.report",
            description = "openapi.report.description",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(ref = ApiDescription.REPORT_REF))))
    @ApiResponse(
            responseCode = "201",
            description = "openapi.reported",
            content = @Content(schema = @Schema(implementation = Finding.class)),
            headers = {
                @Header(name = "Location", description = "openapi.location", schema = @Schema(type = "string")),
                @Header(
                        name = Idempotency.REPLAYED,
                        description = "openapi.replayed",
                        schema = @Schema(type = "boolean"))
            })
    ResponseEntity<?> report(
            @Parameter(description = "openapi.idempotencyKey", example = "12345-20260302-0007")
                    @RequestHeader(name = Idempotency.HEADER, required = false)
                    @Nullable
                    String key,
            @RequestBody Map<String, Object> report) {
        try {
            return idempotency.once(key, report, () -> {
                String number = start(report);
                return ResponseEntity.created(URI.create("/api/findings/" + number))
                        .body(finding(number));
            });
        } catch (DuplicateKeyException e) {
            // The same reference came twice at once, and the other was a moment faster.
            refuseKnown(report.get(REFERENCE));
            throw e;
        }
    }

    @GetMapping
    @Operation(operationId = "listFindings", summary = "openapi.findings", description = "openapi.findings.description")
    ResponseEntity<Finding.Page> list(
            @Parameter(description = "openapi.state") @RequestParam(required = false) @Nullable EntryState state,
            @Parameter(description = "openapi.changedSince", example = "2026-03-01T00:00:00+08:00")
                    @RequestParam(required = false)
                    @Nullable
                    OffsetDateTime changedSince,
            @Parameter(description = "openapi.reference") @RequestParam(required = false) @Nullable String reference,
            @Parameter(description = "openapi.cursor") @RequestParam(required = false) @Nullable String cursor,
            @Parameter(
                            description = "openapi.limit",
                            schema = @Schema(type = "integer", defaultValue = "50", minimum = "1", maximum = "200"))
                    @RequestParam(defaultValue = "" + Feed.USUAL)
                    int limit) {
        FeedQuery query =
                own().state(state).changedSince(feed.local(changedSince)).reference(reference);
        return feed.page(query, cursor, limit, line -> Finding.of(line, null, feed), Finding.Page::new);
    }

    @GetMapping("/{number}")
    @Operation(operationId = "getFinding", summary = "openapi.finding", description = "openapi.finding.description")
    Finding finding(
            @Parameter(description = "openapi.number", example = "TYG-2026-000123") @PathVariable String number) {
        return Finding.of(feed.one(own(), number), Pointed.of(findings.pointedOut(number)), feed);
    }

    /** An account of the centre's sees everything. */
    private FeedQuery own() {
        return new FeedQuery().own(client());
    }

    private @Nullable Long client() {
        return user.client().map(ApiClient::id).orElse(null);
    }

    private String start(Map<String, Object> report) {
        Map<String, Object> finding = new HashMap<>(report);
        Object reference = finding.remove(REFERENCE);
        Report checked = check(reference, finding);
        refuseKnown(reference);
        return findings.report(checked, new Origin(client(), (String) reference, null, null));
    }

    /** Whatever key a system sends: what it reported under the reference has a number. */
    private void refuseKnown(@Nullable Object reference) {
        if (client() == null || !(reference instanceof String text) || text.isBlank()) return;
        findings.numberOf(client(), text).ifPresent(number -> {
            ErrorResponseException known = texts.problem(HttpStatus.CONFLICT, "api.reference.known", text, number);
            known.getBody().setProperty("number", number);
            known.getHeaders().setLocation(URI.create("/api/findings/" + number));
            throw known;
        });
    }

    /** All that is wrong, at once. */
    private Report check(@Nullable Object reference, Map<String, Object> finding) {
        List<Fault> faults = new ArrayList<>();
        boolean fits = reference == null
                || reference instanceof String text && text.length() <= LONGEST_REFERENCE && isStorable(text);
        if (!fits) faults.add(texts.fault(REFERENCE, "api.reference", LONGEST_REFERENCE));
        if (client() != null && "OFFICER".equals(finding.get("channel")))
            faults.add(texts.fault("channel", "api.channel"));
        try {
            Report report = findings.check(finding);
            if (faults.isEmpty()) return report;
        } catch (Refusal refusal) {
            faults.addAll(refusal.faults());
        }
        throw new Refusal(faults);
    }

    /** No database keeps control characters or half a character for us. */
    private static boolean isStorable(String text) {
        return text.chars().noneMatch(Character::isISOControl)
                && text.codePoints().noneMatch(c -> c >= 0xD800 && c <= 0xDFFF);
    }
}
