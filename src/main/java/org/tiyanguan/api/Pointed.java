package org.tiyanguan.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tiyanguan.privacy.Passage;

/** A place in a report that tells who somebody is, or may. It does not repeat the words, which are personal data. */
@Schema(description = "openapi.Pointed")
public record Pointed(
        @Schema(
                description = "openapi.pointed.field",
                example = "description",
                requiredMode = Schema.RequiredMode.REQUIRED)
        String field,

        @Schema(description = "openapi.pointed.from", example = "12", requiredMode = Schema.RequiredMode.REQUIRED)
        int from,

        @Schema(description = "openapi.pointed.to", example = "23", requiredMode = Schema.RequiredMode.REQUIRED)
        int to,

        @Schema(
                description = "openapi.pointed.kind",
                example = "openapi.example.pointed.kind",
                requiredMode = Schema.RequiredMode.REQUIRED)
        String kind,

        @Schema(description = "openapi.pointed.replaced", requiredMode = Schema.RequiredMode.REQUIRED)
        boolean replaced) {

    /** Null where there is nothing. */
    public static @Nullable List<Pointed> of(Map<String, List<Passage>> texts) {
        List<Pointed> pointed = new ArrayList<>();
        texts.forEach((field, passages) -> {
            int from = 0;
            for (Passage one : passages) {
                int to = from + one.text().length();
                if (one.label() != null) pointed.add(new Pointed(field, from, to, one.label(), one.sure()));
                from = to;
            }
        });
        return pointed.isEmpty() ? null : pointed;
    }
}
