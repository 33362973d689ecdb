package org.tiyanguan.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tiyanguan.ledger.Card;
import org.tiyanguan.ledger.EntryState;
import org.tiyanguan.ledger.FindingKind;
import org.tiyanguan.ledger.Outcome;
import org.tiyanguan.ledger.Topic;
import org.tiyanguan.ledger.Urgency;
import org.tiyanguan.ledger.feed.LedgerFeed;

/** One entry of the ledger, as other systems read it; who reported is not part of it. */
@Schema(description = "openapi.LedgerEntry")
record LedgerEntry(
        @Schema(
                description = "openapi.number",
                example = "TYG-2026-000123",
                requiredMode = Schema.RequiredMode.REQUIRED)
        String number,

        @Schema(description = "openapi.state", requiredMode = Schema.RequiredMode.REQUIRED)
        EntryState state,

        @Schema(description = "openapi.kind", requiredMode = Schema.RequiredMode.REQUIRED)
        FindingKind kind,

        @Schema(description = "openapi.urgency", requiredMode = Schema.RequiredMode.REQUIRED)
        Urgency urgency,

        @Schema(description = "openapi.topic") @Nullable Topic topic,

        @Schema(
                description = "openapi.title",
                example = "openapi.example.title",
                requiredMode = Schema.RequiredMode.REQUIRED)
        String title,

        @Schema(description = "openapi.description", requiredMode = Schema.RequiredMode.REQUIRED)
        String description,

        @Schema(
                description = "openapi.serviceItem",
                example = "openapi.example.serviceItem",
                requiredMode = Schema.RequiredMode.REQUIRED)
        String serviceItem,

        @Schema(
                description = "openapi.place",
                example = "openapi.example.place",
                requiredMode = Schema.RequiredMode.REQUIRED)
        String place,

        @Schema(description = "openapi.departments", requiredMode = Schema.RequiredMode.REQUIRED)
        List<Department> departments,

        @Schema(description = "openapi.deadline", example = "2026-03-06T17:30:00+08:00") @Nullable
        OffsetDateTime deadline,

        @Schema(description = "openapi.card") @Nullable Card card,
        @Schema(description = "openapi.outcome") @Nullable Outcome outcome,

        @Schema(description = "openapi.rating", minimum = "1", maximum = "5") @Nullable
        Integer rating,

        @Schema(description = "openapi.answer", example = "openapi.example.answer") @Nullable
        String answer,

        @Schema(
                description = "openapi.reportedAt",
                example = "2026-03-02T10:00:00+08:00",
                requiredMode = Schema.RequiredMode.REQUIRED)
        OffsetDateTime reportedAt,

        @Schema(
                description = "openapi.changedAt",
                example = "2026-03-09T16:20:00+08:00",
                requiredMode = Schema.RequiredMode.REQUIRED)
        OffsetDateTime changedAt,

        @Schema(description = "openapi.closedAt", example = "2026-03-09T16:20:00+08:00") @Nullable
        OffsetDateTime closedAt,

        @Schema(description = "openapi.relapseOf", example = "TYG-2026-000001") @Nullable
        String relapseOf) {

    @Schema(description = "openapi.Department")
    record Department(
            @Schema(
                    description = "openapi.departmentCode",
                    example = "gongan",
                    requiredMode = Schema.RequiredMode.REQUIRED)
            String code,

            @Schema(
                    description = "openapi.departmentName",
                    example = "openapi.example.department",
                    requiredMode = Schema.RequiredMode.REQUIRED)
            String name) {}

    @Schema(name = "LedgerPage", description = "openapi.LedgerPage")
    record Page(
            @Schema(description = "openapi.items", requiredMode = Schema.RequiredMode.REQUIRED)
            List<LedgerEntry> items,

            @Schema(description = "openapi.next", example = "MS9UWUctMjAyNi0wMDAxMjM") @Nullable
            String next) {}

    static LedgerEntry of(LedgerFeed.Line line, List<Department> departments, Feed feed) {
        return new LedgerEntry(
                line.number(),
                line.state(),
                line.kind(),
                line.urgency(),
                line.topic(),
                line.title(),
                line.description(),
                line.serviceItem(),
                line.place(),
                departments,
                feed.time(line.deadline()),
                line.card(),
                line.outcome(),
                line.rating(),
                line.answer(),
                feed.time(line.reportedAt()),
                feed.time(line.changedAt()),
                feed.time(line.closedAt()),
                line.relapseOf());
    }
}
