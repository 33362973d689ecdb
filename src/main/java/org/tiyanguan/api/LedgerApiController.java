package org.tiyanguan.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tiyanguan.ledger.EntryState;
import org.tiyanguan.ledger.FindingKind;
import org.tiyanguan.ledger.Topic;
import org.tiyanguan.ledger.feed.FeedQuery;
import org.tiyanguan.ledger.feed.LedgerFeed;
import org.tiyanguan.security.People;

/** The ledger for other systems; nothing in it says who reported. */
@RestController
@RequestMapping(path = "/api/ledger", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Ledger", description = "openapi.tag.ledger.description")
class LedgerApiController {

    private final Feed feed;
    private final People people;

    LedgerApiController(Feed feed, People people) {
        this.feed = feed;
        this.people = people;
    }

    @GetMapping
    @Operation(operationId = "listLedger", summary = "openapi.ledger", description = "openapi.ledger.description")
    ResponseEntity<LedgerEntry.Page> list(
            @Parameter(description = "openapi.state") @RequestParam(required = false) @Nullable EntryState state,
            @Parameter(description = "openapi.departmentCode", example = "gongan")
                    @RequestParam(required = false)
                    @Nullable
                    String department,
            @Parameter(description = "openapi.kind") @RequestParam(required = false) @Nullable FindingKind kind,
            @Parameter(description = "openapi.topic") @RequestParam(required = false) @Nullable Topic topic,
            @Parameter(description = "openapi.from", example = "2026-03-01")
                    @RequestParam(required = false)
                    @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    @Nullable
                    LocalDate from,
            @Parameter(description = "openapi.to", example = "2026-03-31")
                    @RequestParam(required = false)
                    @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    @Nullable
                    LocalDate to,
            @Parameter(description = "openapi.overdue") @RequestParam(required = false) @Nullable Boolean overdue,
            @Parameter(description = "openapi.cursor") @RequestParam(required = false) @Nullable String cursor,
            @Parameter(
                            description = "openapi.limit",
                            schema = @Schema(type = "integer", defaultValue = "50", minimum = "1", maximum = "200"))
                    @RequestParam(defaultValue = "" + Feed.USUAL)
                    int limit) {
        FeedQuery query = new FeedQuery()
                .state(state)
                .department(department)
                .kind(kind)
                .topic(topic)
                .reportedFrom(feed.startOf(from))
                .reportedBefore(feed.endOf(to))
                .overdue(overdue, feed.now());
        Map<String, String> names = people.departmentNames();
        return feed.page(query, cursor, limit, line -> entry(line, names), LedgerEntry.Page::new);
    }

    @GetMapping("/{number}")
    @Operation(operationId = "getLedgerEntry", summary = "openapi.entry", description = "openapi.entry.description")
    LedgerEntry entry(
            @Parameter(description = "openapi.number", example = "TYG-2026-000123") @PathVariable String number) {
        return entry(feed.one(new FeedQuery(), number), people.departmentNames());
    }

    private LedgerEntry entry(LedgerFeed.Line line, Map<String, String> names) {
        List<LedgerEntry.Department> departments = line.departments().stream()
                .map(code -> new LedgerEntry.Department(code, names.getOrDefault(code, code)))
                .toList();
        return LedgerEntry.of(line, departments, feed);
    }
}
