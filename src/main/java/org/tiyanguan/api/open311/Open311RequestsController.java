package org.tiyanguan.api.open311;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tiyanguan.api.ApiTexts;
import org.tiyanguan.api.Feed;
import org.tiyanguan.api.Pointed;
import org.tiyanguan.ledger.EntryState;
import org.tiyanguan.ledger.Origin;
import org.tiyanguan.ledger.Report;
import org.tiyanguan.ledger.Topic;
import org.tiyanguan.ledger.feed.FeedQuery;
import org.tiyanguan.ledger.feed.LedgerFeed;
import org.tiyanguan.rectification.Findings;
import org.tiyanguan.security.ApiClient;
import org.tiyanguan.security.CurrentUser;
import org.tiyanguan.security.KeyScope;
import org.tiyanguan.security.People;

/**
 * The requests of Open311 GeoReport v2: the entries that the client reported itself, or all with {@code ledger:read}.
 */
@RestController
@RequestMapping("/api/ledger")
@Tag(name = "Open311", description = "openapi.tag.open311.description")
@ApiResponse(
        responseCode = "default",
        description = "openapi.open311.Error",
        content =
                @Content(
                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                        array = @ArraySchema(schema = @Schema(implementation = GeoReport.Error.class))))
class Open311RequestsController {

    private final GeoReportFormat format;
    private final GeoReportQuery queries;
    private final GeoReportForm forms;
    private final LedgerFeed ledger;
    private final Findings findings;
    private final Feed feed;
    private final CurrentUser user;
    private final People people;
    private final ApiTexts texts;

    Open311RequestsController(
            GeoReportFormat format,
            GeoReportQuery queries,
            GeoReportForm forms,
            LedgerFeed ledger,
            Findings findings,
            Feed feed,
            CurrentUser user,
            People people,
            ApiTexts texts) {
        this.format = format;
        this.queries = queries;
        this.forms = forms;
        this.ledger = ledger;
        this.findings = findings;
        this.feed = feed;
        this.user = user;
        this.people = people;
        this.texts = texts;
    }

    @PostMapping(path = "/requests." + GeoReportFormat.SUFFIX, consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    @Operation(
            operationId = "open311Report",
            summary = "openapi.open311.report",
            description = "openapi.open311.report.description")
    @ApiResponse(
            responseCode = "201",
            description = "openapi.reported",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            array = @ArraySchema(schema = @Schema(implementation = GeoReport.Created.class))))
    ResponseEntity<String> report(
            @Parameter(description = "openapi.open311.format") @PathVariable("format") String as,
            @Parameter(hidden = true) @RequestParam Map<String, String> sent) {
        Topic topic = queries.topic(sent.get("service_code")).orElse(null);
        Report report = findings.check(forms.report(topic, sent));
        String number = findings.report(report, new Origin(client(), null, null, topic));
        return format.answer(
                HttpStatus.CREATED,
                as,
                "service_requests",
                List.of(new GeoReport.Created(number, texts.of("open311.notice") + pointed(number), null)));
    }

    @GetMapping("/requests." + GeoReportFormat.SUFFIX)
    @Operation(operationId = "open311Requests", summary = "openapi.open311.requests")
    @ApiResponse(
            responseCode = "200",
            description = "openapi.ok",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            array = @ArraySchema(schema = @Schema(implementation = GeoReport.Request.class))))
    ResponseEntity<String> requests(
            @Parameter(description = "openapi.open311.format") @PathVariable("format") String as,
            @Parameter(description = "openapi.open311.ids")
                    @RequestParam(name = "service_request_id", required = false)
                    @Nullable
                    String numbers,
            @Parameter(description = "openapi.open311.codes")
                    @RequestParam(name = "service_code", required = false)
                    @Nullable
                    String codes,
            @Parameter(description = "openapi.open311.start", example = "2026-03-01T00:00:00+08:00")
                    @RequestParam(name = "start_date", required = false)
                    @Nullable
                    String start,
            @Parameter(description = "openapi.open311.end", example = "2026-03-31T23:59:59+08:00")
                    @RequestParam(name = "end_date", required = false)
                    @Nullable
                    String end,
            @Parameter(description = "openapi.open311.status", example = "open")
                    @RequestParam(required = false)
                    @Nullable
                    String status,
            @Parameter(
                            description = "openapi.open311.page",
                            schema = @Schema(type = "integer", defaultValue = "1", minimum = "1"))
                    @RequestParam(required = false)
                    @Nullable
                    String page,
            @Parameter(
                            description = "openapi.open311.pageSize",
                            schema = @Schema(type = "integer", defaultValue = "1000", minimum = "1", maximum = "1000"))
                    @RequestParam(name = "page_size", required = false)
                    @Nullable
                    String size) {
        return requests(as, queries.narrow(own(), numbers, codes, start, end, status), queries.page(page, size));
    }

    @GetMapping("/requests/{number}." + GeoReportFormat.SUFFIX)
    @Operation(operationId = "open311Request", summary = "openapi.open311.request")
    @ApiResponse(
            responseCode = "200",
            description = "openapi.ok",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            array = @ArraySchema(schema = @Schema(implementation = GeoReport.Request.class))))
    ResponseEntity<String> request(
            @Parameter(description = "openapi.number") @PathVariable String number,
            @Parameter(description = "openapi.open311.format") @PathVariable("format") String as) {
        feed.one(own(), number);
        return requests(as, own().number(number), queries.page(null, null));
    }

    private ResponseEntity<String> requests(String as, FeedQuery query, GeoReportQuery.Page page) {
        Map<String, String> names = people.departmentNames();
        return format.answer(
                HttpStatus.OK,
                as,
                "service_requests",
                ledger.find(query, page.size(), page.passed()).stream()
                        .map(line -> request(line, names))
                        .toList());
    }

    private GeoReport.Request request(LedgerFeed.Line line, Map<String, String> names) {
        Topic topic = line.topic() == null ? Topic.OTHER : line.topic();
        boolean closed = line.state() == EntryState.CLOSED;
        String agencies = line.departments().stream()
                .map(code -> names.getOrDefault(code, code))
                .collect(Collectors.joining(","));
        return new GeoReport.Request(
                line.number(),
                closed ? "closed" : "open",
                closed ? line.answer() : texts.of("state." + line.state()),
                name(topic),
                topic.name(),
                line.description(),
                agencies.isEmpty() ? null : agencies,
                null,
                feed.time(line.reportedAt()),
                feed.time(closed ? line.closedAt() : line.changedAt()),
                feed.time(line.deadline()),
                line.place(),
                null,
                null,
                null,
                null,
                null);
    }

    /** What departments will not read of it, or the centre looks at; empty where there is nothing. */
    private String pointed(String number) {
        List<Pointed> pointed = Pointed.of(findings.pointedOut(number));
        if (pointed == null) return "";
        return texts.of(
                "open311.pointed",
                pointed.stream().map(Pointed::kind).distinct().collect(Collectors.joining(texts.of("openapi.comma"))));
    }

    private FeedQuery own() {
        boolean all = user.client()
                .filter(client -> !client.scopes().contains(KeyScope.LEDGER_READ))
                .isEmpty();
        return new FeedQuery().reportedBy(all ? null : client());
    }

    private @Nullable Long client() {
        return user.client().map(ApiClient::id).orElse(null);
    }

    private String name(Topic topic) {
        return texts.of("topic." + topic);
    }
}
