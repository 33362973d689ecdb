package org.tiyanguan.api;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.BooleanSchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.DateSchema;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.stereotype.Component;
import org.tiyanguan.engine.forms.StartForms;
import org.tiyanguan.rectification.LoopDiagram;

/** What the API's description says besides its operations: keys, errors, and the report as its form asks it. */
@Component
class ApiDescription implements GlobalOpenApiCustomizer {

    static final String REPORT_REF = "#/components/schemas/FindingReport";

    private static final String REFERENCE = "12345-20260302-0007";
    private static final String KEYS = "openapi.";
    private static final String PROBLEM = "Problem";
    private static final String OPEN311 = "/api/ledger/(services|requests).*";

    /** Asked only of the centre's own accounts: what is known of an experience officer. */
    private static final String OFFICER = "officer";

    private final StartForms forms;
    private final ApiTexts texts;

    ApiDescription(StartForms forms, ApiTexts texts) {
        this.forms = forms;
        this.texts = texts;
    }

    @Override
    public void customise(OpenAPI api) {
        api.info(new Info().title(texts.of("openapi.name")).version("1").description(texts.of("openapi.about")))
                .servers(List.of(new Server().url("/")))
                .security(List.of(
                        new SecurityRequirement().addList("bearer"),
                        new SecurityRequirement().addList("apiKey"),
                        new SecurityRequirement().addList("basic")));
        Components parts = api.getComponents();
        parts.addSecuritySchemes(
                "bearer", scheme(SecurityScheme.Type.HTTP, "openapi.bearer").scheme("bearer"));
        parts.addSecuritySchemes(
                "apiKey",
                scheme(SecurityScheme.Type.APIKEY, "openapi.apiKey")
                        .in(SecurityScheme.In.HEADER)
                        .name("X-API-Key"));
        parts.addSecuritySchemes(
                "basic", scheme(SecurityScheme.Type.HTTP, "openapi.basic").scheme("basic"));
        parts.addSchemas("FindingReport", report());
        parts.addSchemas(PROBLEM, problem());
        api.getPaths()
                .forEach((path, item) -> item.readOperations().forEach(operation -> {
                    headers(operation);
                    if (!path.matches(OPEN311)) errors(operation);
                }));
        parts.getSchemas().values().forEach(this::examples);
    }

    /** What the library leaves as keys. */
    private void headers(Operation operation) {
        operation.getResponses().values().stream()
                .filter(answer -> answer.getHeaders() != null)
                .flatMap(answer -> answer.getHeaders().values().stream())
                .forEach(header -> header.setDescription(text(header.getDescription())));
    }

    /** Likewise. */
    private void examples(Schema<?> schema) {
        if (schema.getProperties() == null) return;
        schema.getProperties().values().stream()
                .filter(property -> property.getExample() instanceof String)
                .forEach(property -> property.setExample(text((String) property.getExample())));
    }

    private String text(String key) {
        return key.startsWith(KEYS) ? texts.of(key) : key;
    }

    private SecurityScheme scheme(SecurityScheme.Type type, String text) {
        return new SecurityScheme().type(type).description(texts.of(text));
    }

    private void errors(Operation operation) {
        operation.getResponses().forEach((status, answer) -> {
            if (answer.getDescription() == null || answer.getDescription().equals("OK"))
                answer.setDescription(texts.of("openapi.ok"));
        });
        boolean writes = operation.getRequestBody() != null;
        boolean names = operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(p -> p.getIn().equals("path"));
        error(operation, 400, writes ? "openapi.400.fields" : "openapi.400");
        error(operation, 401, "openapi.401");
        error(operation, 403, "openapi.403");
        if (names) error(operation, 404, "openapi.404");
        if (writes) later(error(operation, 409, "openapi.409"));
        if (writes) error(operation, 422, "openapi.422");
        later(error(operation, 429, "openapi.429"));
    }

    private void later(ApiResponse answer) {
        answer.addHeaderObject(
                "Retry-After",
                new Header().description(texts.of("openapi.retryAfter")).schema(new IntegerSchema()));
    }

    private ApiResponse error(Operation operation, int status, String text) {
        ApiResponse answer = new ApiResponse()
                .description(texts.of(text))
                .content(new Content()
                        .addMediaType(
                                "application/problem+json", new MediaType().schema(new Schema<>().$ref(PROBLEM))));
        operation.getResponses().addApiResponse(String.valueOf(status), answer);
        return answer;
    }

    /** As the form {@code report-finding} asks it: one definition, two places. */
    private Schema<?> report() {
        ObjectSchema report = new ObjectSchema();
        report.description(texts.of("openapi.FindingReport"));
        for (StartForms.Field field : forms.of(LoopDiagram.KEY)) {
            report.addProperty(field.key(), schema(field));
            if (field.required() && !field.key().equals(OFFICER)) report.addRequiredItem(field.key());
        }
        report.addProperty(
                "reference",
                new StringSchema()
                        .maxLength(100)
                        .description(texts.of("openapi.reference"))
                        .example(REFERENCE));
        report.additionalProperties(false);
        report.setExample(new TreeMap<>(Map.of(
                "kind",
                "PROBLEM",
                "title",
                texts.of("openapi.example.title"),
                "description",
                texts.of("openapi.example.description"),
                "place",
                texts.of("openapi.example.place"),
                "occurredOn",
                "2026-03-01",
                "serviceItem",
                texts.of("openapi.example.serviceItem"),
                "urgency",
                "NORMAL",
                "channel",
                "HOTLINE",
                "reference",
                REFERENCE)));
        return report;
    }

    private Schema<?> schema(StartForms.Field field) {
        Schema<?> schema = switch (field.type()) {
            case "checkbox" -> new BooleanSchema();
            case "datetime" -> new DateSchema();
            default -> new StringSchema();
        };
        String hint = field.description().isEmpty() ? "" : texts.of("openapi.hint", field.description());
        String options = field.options().isEmpty()
                ? ""
                : texts.of(
                        "openapi.options",
                        String.join(
                                texts.of("openapi.comma"),
                                field.options().entrySet().stream()
                                        .map(o -> o.getKey() + " " + o.getValue())
                                        .toList()));
        schema.description(field.label() + hint + options);
        schema.maxLength(field.longest());
        if (schema instanceof StringSchema text && !field.options().isEmpty())
            text.setEnum(List.copyOf(field.options().keySet()));
        return schema;
    }

    private Schema<?> problem() {
        Schema<?> fault = new ObjectSchema()
                .addProperty("field", new StringSchema().description(texts.of("openapi.problem.field")))
                .addProperty("message", new StringSchema().description(texts.of("openapi.problem.message")));
        Schema<?> problem = new ObjectSchema()
                .addProperty("type", new StringSchema().example("about:blank"))
                .addProperty("title", new StringSchema().example("Bad Request"))
                .addProperty("status", new IntegerSchema().example(400))
                .addProperty("detail", new StringSchema().description(texts.of("openapi.problem.detail")))
                .addProperty("instance", new StringSchema().example("/api/findings"))
                .addProperty("number", new StringSchema().description(texts.of("openapi.problem.number")))
                .addProperty("errors", new ArraySchema().items(fault).description(texts.of("openapi.problem.errors")));
        problem.setDescription(texts.of("openapi.Problem"));
        problem.setExample(Map.of(
                "type",
                "about:blank",
                "title",
                "Bad Request",
                "status",
                400,
                "instance",
                "/api/findings",
                "detail",
                texts.of("openapi.example.fault"),
                "errors",
                List.of(Map.of("field", "title", "message", texts.of("openapi.example.fault")))));
        return problem;
    }
}
