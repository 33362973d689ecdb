package org.tiyanguan.security.doors;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.OPTIONS;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import java.util.Arrays;
import java.util.stream.Stream;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.tiyanguan.security.Roles;

/**
 * The engine's REST resources, alike under each of its roots. Staff reach what Tasklist needs and nothing else, the
 * designer what Cockpit and Modeler need, the administrator the rest. Whose case it is, the engine's authorizations
 * decide behind the door.
 */
final class EngineDoors {

    private static final String[] ROOTS = {"/engine-rest/", "/engine-rest/engine/*/", "/camunda/api/engine/engine/*/"};

    private static final String[] EVERYTHING = {"/engine-rest/**", "/camunda/api/engine/**"};

    /** Evaluate, or try out, what they are sent; nothing of ours needs them. */
    private static final String[] NOBODY = {
        "condition/**", "decision-definition/*/evaluate/**", "decision-definition/key/*/evaluate/**",
        "decision-definition/key/*/tenant-id/*/evaluate/**", "external-task/fetchAndLock/**", "identity/verify/**",
        "telemetry/**"
    };

    /** Lead to people and permissions. */
    private static final String[] ADMINISTRATOR = {"authorization/**", "tenant/**", "metrics/**"};

    private static final String[] READ = {
        "filter",
        "filter/count",
        "filter/*",
        "filter/*/list",
        "filter/*/count",
        "filter/*/singleResult",
        "task",
        "task/count",
        "task/*",
        "task/*/form",
        "task/*/deployed-form",
        "task/*/rendered-form",
        "task/*/form-variables",
        "task/*/identity-links",
        "task/*/comment",
        "task/*/comment/*",
        "process-definition",
        "process-definition/count",
        "process-definition/*",
        "process-definition/*/xml",
        "process-definition/*/startForm",
        "process-definition/*/deployed-start-form",
        "process-definition/*/rendered-form",
        "process-definition/*/form-variables",
        "history/user-operation",
        "history/user-operation/count",
        "group",
        "group/count",
        "identity/password-policy",
        "user/*/profile"
    };

    /** Questions that lie in the body. */
    private static final String[] ASK = {
        "filter/*/list",
        "filter/*/count",
        "filter/*/singleResult",
        "task",
        "task/count",
        "group",
        "group/count",
        "identity/password-policy"
    };

    private static final String[] WORK = {"task/*/claim", "task/*/unclaim", "task/*/complete", "task/*/submit-form"};

    private static final String[] START = {
        "process-definition/*/start", "process-definition/*/submit-form",
        "process-definition/key/*/start", "process-definition/key/*/submit-form"
    };

    /** Cockpit's questions, and models; what leads past the forms and the diagram is not among them. */
    private static final String[] DESIGN = {
        "deployment/create",
        "deployment/*/redeploy",
        "job/*/retries",
        "job/retries",
        "job-definition/*/retries",
        "process-instance",
        "execution",
        "variable-instance",
        "job",
        "job-definition",
        "external-task",
        "incident",
        "history/*",
        "*/count",
        "history/*/count"
    };

    private EngineDoors() {}

    static AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry open(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry doors,
            AuthorizationManager<RequestAuthorizationContext> staff) {
        return doors.requestMatchers(under(NOBODY))
                .denyAll()
                .requestMatchers(under(ADMINISTRATOR))
                .hasAuthority(Roles.ADMIN)
                .requestMatchers(
                        GET, "/engine-rest/engine", "/camunda/api/engine/engine", "/camunda/api/engine/engine/")
                .access(staff)
                .requestMatchers(GET, under(READ))
                .access(staff)
                .requestMatchers(OPTIONS, under("filter", "filter/*"))
                .access(staff)
                .requestMatchers(POST, under(ASK))
                .access(staff)
                .requestMatchers(POST, under(WORK))
                .access(staff)
                .requestMatchers(POST, under(START))
                .hasAnyAuthority(Roles.CENTER, Roles.ADMIN)
                .requestMatchers(PUT, under("user/*/credentials"))
                .access(staff)
                .requestMatchers(GET, EVERYTHING)
                .hasAnyAuthority(Roles.DESIGNER, Roles.ADMIN)
                .requestMatchers(OPTIONS, EVERYTHING)
                .hasAnyAuthority(Roles.DESIGNER, Roles.ADMIN)
                .requestMatchers(POST, under(DESIGN))
                .hasAnyAuthority(Roles.DESIGNER, Roles.ADMIN)
                .requestMatchers(PUT, under(DESIGN))
                .hasAnyAuthority(Roles.DESIGNER, Roles.ADMIN)
                .requestMatchers(EVERYTHING)
                .hasAuthority(Roles.ADMIN);
    }

    private static String[] under(String... resources) {
        return Stream.of(ROOTS)
                .flatMap(root -> Arrays.stream(resources).map(resource -> root + resource))
                .toArray(String[]::new);
    }
}
