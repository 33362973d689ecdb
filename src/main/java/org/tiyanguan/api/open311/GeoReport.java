package org.tiyanguan.api.open311;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What Open311 GeoReport v2 (wiki.open311.org/GeoReport_v2) answers, field by field. */
final class GeoReport {

    private GeoReport() {}

    @JsonNaming(SnakeCaseStrategy.class)
    @Schema(name = "Open311Service", description = "openapi.open311.Service")
    record Service(
            String serviceCode,
            String serviceName,
            String description,
            boolean metadata,
            String type,
            String keywords,
            String group) {}

    @JsonNaming(SnakeCaseStrategy.class)
    @Schema(name = "Open311Definition", description = "openapi.open311.Definition")
    record Definition(String serviceCode, List<Attribute> attributes) {}

    @JsonNaming(SnakeCaseStrategy.class)
    @Schema(name = "Open311Attribute", description = "openapi.open311.Attribute")
    record Attribute(
            boolean variable,
            String code,
            String datatype,
            boolean required,
            String datatypeDescription,
            int order,
            String description,
            List<Value> values) {}

    @Schema(name = "Open311Value", description = "openapi.open311.Value")
    record Value(String key, String name) {}

    @JsonNaming(SnakeCaseStrategy.class)
    @Schema(name = "Open311Request", description = "openapi.open311.Request")
    record Request(
            String serviceRequestId,
            String status,
            @Nullable String statusNotes,
            String serviceName,
            String serviceCode,
            String description,
            @Nullable String agencyResponsible,
            @Nullable String serviceNotice,
            OffsetDateTime requestedDatetime,
            @Nullable OffsetDateTime updatedDatetime,
            @Nullable OffsetDateTime expectedDatetime,
            String address,
            @Nullable String addressId,
            @Nullable String zipcode,
            @Nullable Double lat,
            @JsonProperty("long") @Nullable Double longitude,
            @Nullable String mediaUrl) {}

    @JsonNaming(SnakeCaseStrategy.class)
    @Schema(name = "Open311Created", description = "openapi.open311.Created")
    record Created(
            String serviceRequestId,
            String serviceNotice,
            @Nullable String accountId) {}

    @Schema(name = "Open311Error", description = "openapi.open311.Error")
    record Error(int code, String description) {}
}
