package org.tiyanguan.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tiyanguan.ledger.EntryState;
import org.tiyanguan.ledger.FindingKind;
import org.tiyanguan.ledger.Outcome;
import org.tiyanguan.ledger.feed.LedgerFeed;

/** What a system that reports may know: where its finding stands and, once it is closed, what was answered. */
@Schema(description = "openapi.Finding")
record Finding(
        @Schema(
                description = "openapi.number",
                example = "TYG-2026-000123",
                requiredMode = Schema.RequiredMode.REQUIRED)
        String number,

        @Schema(description = "openapi.reference", example = "12345-20260302-0007") @Nullable
        String reference,

        @Schema(description = "openapi.kind", requiredMode = Schema.RequiredMode.REQUIRED)
        FindingKind kind,

        @Schema(
                description = "openapi.title",
                example = "openapi.example.title",
                requiredMode = Schema.RequiredMode.REQUIRED)
        String title,

        @Schema(description = "openapi.state", requiredMode = Schema.RequiredMode.REQUIRED)
        EntryState state,

        @Schema(description = "openapi.outcome") @Nullable Outcome outcome,

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

        @Schema(description = "openapi.pointed") @Nullable List<Pointed> pointed) {

    @Schema(name = "FindingPage", description = "openapi.FindingPage")
    record Page(
            @Schema(description = "openapi.items", requiredMode = Schema.RequiredMode.REQUIRED)
            List<Finding> items,

            @Schema(description = "openapi.next", example = "MS9UWUctMjAyNi0wMDAxMjM") @Nullable
            String next) {}

    /** @param pointed null where there is nothing, or nobody asks for it */
    static Finding of(LedgerFeed.Line line, @Nullable List<Pointed> pointed, Feed feed) {
        return new Finding(
                line.number(),
                line.reference(),
                line.kind(),
                line.title(),
                line.state(),
                line.outcome(),
                line.answer(),
                feed.time(line.reportedAt()),
                feed.time(line.changedAt()),
                feed.time(line.closedAt()),
                pointed);
    }
}
