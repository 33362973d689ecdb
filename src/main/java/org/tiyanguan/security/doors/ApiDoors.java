package org.tiyanguan.security.doors;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.tiyanguan.security.ApiClient;
import org.tiyanguan.security.KeyScope;
import org.tiyanguan.security.Roles;

/** The doors of {@code /api}: the centre passes them all, another system those that its key has a scope for. */
final class ApiDoors {

    /** Addresses that a key is good for at all. */
    static final String[] FOR_KEYS = {"/api/**", "/v3/api-docs", "/v3/api-docs/**", "/swagger-ui.html", "/swagger-ui/**"
    };

    /** The API's description, for those who connect systems and those who look after them. */
    static final String[] DESCRIPTION = {"/v3/api-docs", "/v3/api-docs/**", "/swagger-ui.html", "/swagger-ui/**"};

    /** Open311 GeoReport v2, whose clients expect errors in a format of its own. */
    private static final String[] OPEN311 = {
        "/api/ledger/services.*", "/api/ledger/services/*", "/api/ledger/requests.*", "/api/ledger/requests/*"
    };

    private static final String OPEN311_START = "/api/ledger/";

    private ApiDoors() {}

    static boolean isOpen311(HttpServletRequest request) {
        return request.getRequestURI()
                .substring(request.getContextPath().length())
                .matches(OPEN311_START + "(services|requests)[./].*");
    }

    static void open(AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry doors) {
        doors.requestMatchers(OPEN311)
                .hasAnyAuthority(Roles.CENTER, KeyScope.OPEN311.authority())
                .requestMatchers(POST, "/api/findings")
                .hasAnyAuthority(Roles.CENTER, KeyScope.FINDINGS_WRITE.authority())
                .requestMatchers(GET, "/api/findings", "/api/findings/*")
                .hasAnyAuthority(Roles.CENTER, KeyScope.FINDINGS_READ.authority())
                .requestMatchers(GET, "/api/ledger", "/api/ledger/*")
                .hasAnyAuthority(Roles.CENTER, KeyScope.LEDGER_READ.authority())
                .requestMatchers("/api/**")
                .hasAuthority(Roles.CENTER)
                .requestMatchers(DESCRIPTION)
                .hasAnyAuthority(Roles.CENTER, Roles.LEADER, Roles.DESIGNER, Roles.ADMIN, ApiClient.AUTHORITY);
    }
}
