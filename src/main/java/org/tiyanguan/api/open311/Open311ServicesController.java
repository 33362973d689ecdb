package org.tiyanguan.api.open311;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tiyanguan.api.ApiTexts;
import org.tiyanguan.ledger.Topic;

/** The services of Open311 GeoReport v2: the topics of findings, and what a report about one says. */
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
class Open311ServicesController {

    private final GeoReportFormat format;
    private final GeoReportQuery queries;
    private final ApiTexts texts;

    Open311ServicesController(GeoReportFormat format, GeoReportQuery queries, ApiTexts texts) {
        this.format = format;
        this.queries = queries;
        this.texts = texts;
    }

    @GetMapping("/services." + GeoReportFormat.SUFFIX)
    @Operation(operationId = "open311Services", summary = "openapi.open311.services")
    @ApiResponse(
            responseCode = "200",
            description = "openapi.ok",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            array = @ArraySchema(schema = @Schema(implementation = GeoReport.Service.class))))
    ResponseEntity<String> services(
            @Parameter(description = "openapi.open311.format") @PathVariable("format") String as) {
        return format.answer(
                HttpStatus.OK,
                as,
                "services",
                Arrays.stream(Topic.values())
                        .map(topic -> new GeoReport.Service(
                                topic.name(),
                                name(topic),
                                texts.of("open311.about", name(topic)),
                                true,
                                "realtime",
                                name(topic),
                                texts.of("open311.group")))
                        .toList());
    }

    @GetMapping("/services/{code}." + GeoReportFormat.SUFFIX)
    @Operation(operationId = "open311Service", summary = "openapi.open311.service")
    @ApiResponse(
            responseCode = "200",
            description = "openapi.ok",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(implementation = GeoReport.Definition.class)))
    ResponseEntity<String> service(
            @Parameter(description = "openapi.topic") @PathVariable String code,
            @Parameter(description = "openapi.open311.format") @PathVariable("format") String as) {
        Topic topic =
                queries.topic(code).orElseThrow(() -> texts.problem(HttpStatus.NOT_FOUND, "open311.service", code));
        List<GeoReport.Value> urgencies = List.of("NORMAL", "URGENT", "CRITICAL").stream()
                .map(urgency -> new GeoReport.Value(urgency, texts.of("urgency." + urgency)))
                .toList();
        return format.answer(
                HttpStatus.OK,
                as,
                "service_definition",
                new GeoReport.Definition(
                        topic.name(),
                        List.of(
                                new GeoReport.Attribute(
                                        true,
                                        GeoReportForm.SERVICE_ITEM,
                                        "string",
                                        false,
                                        texts.of("open311.item.hint"),
                                        1,
                                        texts.of("open311.item"),
                                        List.of()),
                                new GeoReport.Attribute(
                                        true,
                                        GeoReportForm.URGENCY,
                                        "singlevaluelist",
                                        false,
                                        texts.of("open311.urgency.hint"),
                                        2,
                                        texts.of("open311.urgency"),
                                        urgencies))));
    }

    private String name(Topic topic) {
        return texts.of("topic." + topic);
    }
}
