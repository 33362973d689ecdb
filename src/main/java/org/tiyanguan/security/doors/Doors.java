package org.tiyanguan.security.doors;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static org.tiyanguan.security.doors.Passes.anyGroup;
import static org.tiyanguan.security.doors.Passes.inOffice;

import jakarta.servlet.DispatcherType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.access.ExceptionTranslationFilter;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.tiyanguan.audit.AuditLog;
import org.tiyanguan.audit.RefusalLog;
import org.tiyanguan.security.Roles;
import org.tiyanguan.security.login.RefusedLogin;
import org.tiyanguan.security.login.Sessions;
import org.tiyanguan.security.login.SingleSignOn;
import org.tiyanguan.security.login.ToLogin;

/** Who may pass which door. What is not listed here is closed. */
@Configuration
class Doors {

    private static final String[] MACHINES = {"/engine-rest/**", "/api/**"};

    /** Where somebody who has not logged in is led to the login; everywhere else the answer is 401. */
    private static final String[] PAGES = {
        "/ledger/**",
        "/ledger.xlsx",
        "/ledger.csv",
        "/dashboard/**",
        "/applications/**",
        "/evidence/**",
        "/officer/**",
        "/officers/**",
        "/officers.xlsx",
        "/assignments/**",
        "/reviews/**",
        "/annual/**",
        "/events/**",
        "/publicity",
        "/practices/*/task",
        "/practices/*/material.docx",
        "/calendar",
        "/calendar/feed",
        "/checklists/**",
        "/notices/**",
        "/unattended",
        "/away/**",
        "/admin/**",
        "/swagger-ui.html",
        "/swagger-ui/**",
        "/camunda/app/**",
        "/camunda",
        "/camunda/"
    };

    /** For people without an account. Each says itself who sends it: no login goes with it that could be misused. */
    private static final String[] PUBLIC_FORMS = {
        "/calls/*/apply",
        "/calls/*/objections",
        "/applications/track",
        "/applications/track/*",
        "/activate/*",
        "/surveys/*"
    };

    /** What all staff use of them. */
    private static final String[] WEBAPPS = {
        "/camunda",
        "/camunda/",
        "/camunda/app/tasklist/**",
        "/camunda/app/welcome/**",
        "/camunda/lib/**",
        "/camunda/assets/**",
        "/camunda/api/tasklist/**",
        "/camunda/api/welcome/**"
    };

    /** Sent by the web applications' own log-out button. */
    private static final String WEBAPP_LOGOUT = "/camunda/api/admin/auth/user/*/logout";

    @Bean
    SecurityFilterChain doorChain(
            HttpSecurity http,
            Unauthorized unauthorized,
            AuditLog audit,
            SingleSignOn signOn,
            ClientLogin clients,
            ApiRefusals refusals,
            OfficeOver over,
            Sessions sessions)
            throws Exception {
        RequestMatcher machines = Addresses.matching(MACHINES);
        AuthorizationManager<RequestAuthorizationContext> staff = anyGroup(Roles::isRole);
        http.authorizeHttpRequests(doors -> doors.dispatcherTypeMatchers(DispatcherType.FORWARD, DispatcherType.ERROR)
                .permitAll()
                .requestMatchers(
                        "/",
                        "/login",
                        "/app.css",
                        "/login.css",
                        "/keep.js",
                        "/record.js",
                        "/bulk.js",
                        "/door.js",
                        "/sw.js",
                        "/manifest.webmanifest",
                        "/icon-*.png",
                        "/logo.svg",
                        "/favicon.svg",
                        "/favicon.ico",
                        "/camunda/favicon.ico",
                        "/webapps/*.js")
                .permitAll()
                .requestMatchers(GET, "/figures", "/figures/*.csv", "/news.atom")
                .permitAll()
                .requestMatchers(GET, "/publicity")
                .hasAnyAuthority(Roles.CENTER, Roles.LEADER)
                .requestMatchers("/publicity")
                .hasAuthority(Roles.CENTER)
                .requestMatchers("/actuator/health/**")
                .permitAll()
                .requestMatchers("/actuator/prometheus")
                .hasAuthority(Roles.ADMIN)
                .requestMatchers(PUBLIC_FORMS)
                .permitAll()
                .requestMatchers("/calls/*")
                .permitAll()
                .requestMatchers("/applications/*/task")
                .access(staff)
                .requestMatchers("/applications/decisions")
                .hasAuthority(Roles.LEADER)
                .requestMatchers("/applications", "/applications/**")
                .access(anyGroup(g -> g.equals(Roles.CENTER) || g.equals(Roles.LEADER) || Roles.isUnit(g)))
                // Would make an administrator for anybody while there is none (CVE-2026-77226); and there is one login.
                .requestMatchers("/camunda/api/admin/setup/**", "/camunda/api/admin/auth/user/*/login/**")
                .denyAll()
                .requestMatchers(POST, "/ledger/bulk")
                .hasAuthority(Roles.CENTER)
                .requestMatchers("/ledger/bulk", "/ledger/bulk/**", "/ledger/calendar")
                .hasAnyAuthority(Roles.CENTER, Roles.LEADER)
                .requestMatchers("/ledger/*/task")
                .access(staff)
                .requestMatchers("/ledger", "/ledger/**", "/ledger.xlsx", "/ledger.csv")
                .access(anyGroup(g -> g.equals(Roles.CENTER) || g.equals(Roles.LEADER) || Roles.isDepartment(g)))
                .requestMatchers("/dashboard", "/dashboard/**", "/dashboard.js", "/webjars/echarts/**")
                .hasAnyAuthority(Roles.CENTER, Roles.LEADER)
                .requestMatchers("/officers")
                .access(anyGroup(g -> g.equals(Roles.CENTER) || g.equals(Roles.LEADER) || Roles.isUnit(g)))
                .requestMatchers("/officers/**", "/officers.xlsx")
                .hasAnyAuthority(Roles.CENTER, Roles.LEADER)
                .requestMatchers(OfficeOver.STILL_OPEN)
                .hasAuthority(Roles.OFFICER)
                .requestMatchers("/officer/**")
                .access(inOffice())
                .requestMatchers("/assignments/*/task")
                .access(staff)
                .requestMatchers("/assignments", "/assignments/**")
                .hasAnyAuthority(Roles.CENTER, Roles.LEADER)
                .requestMatchers("/reviews/*/task")
                .access(staff)
                .requestMatchers("/reviews/new")
                .access(anyGroup(g -> g.equals(Roles.CENTER) || Roles.isUnit(g)))
                .requestMatchers("/reviews", "/reviews/**")
                .hasAnyAuthority(Roles.CENTER, Roles.LEADER)
                .requestMatchers(GET, "/annual/{year:\\d+}")
                .permitAll()
                .requestMatchers("/annual/*/task")
                .access(staff)
                .requestMatchers(POST, "/annual", "/annual/**")
                .hasAuthority(Roles.CENTER)
                .requestMatchers("/annual", "/annual/**")
                .hasAnyAuthority(Roles.CENTER, Roles.LEADER)
                .requestMatchers(GET, "/calendar/*.ics")
                .permitAll()
                .requestMatchers("/calendar", "/calendar/feed")
                .access(anyGroup(g -> g.equals(Roles.CENTER)
                        || g.equals(Roles.LEADER)
                        || g.equals(Roles.OFFICER)
                        || Roles.isDepartment(g)
                        || Roles.isUnit(g)))
                .requestMatchers("/events/*/task")
                .access(staff)
                .requestMatchers("/events/*/sign-in")
                .hasAuthority(Roles.CENTER)
                .requestMatchers("/events", "/events/**")
                .access(anyGroup(g ->
                        g.equals(Roles.CENTER) || g.equals(Roles.LEADER) || Roles.isDepartment(g) || Roles.isUnit(g)))
                .requestMatchers(GET, "/practices", "/practices.atom", "/practices/*", "/practices/*/photos/*")
                .permitAll()
                .requestMatchers("/practices/*/task")
                .access(staff)
                .requestMatchers("/practices/*/material.docx")
                .access(anyGroup(g -> g.equals(Roles.CENTER) || g.equals(Roles.LEADER) || Roles.isDepartment(g)))
                .requestMatchers("/checklists", "/checklists/**")
                .hasAuthority(Roles.CENTER)
                .requestMatchers("/notices", "/notices/**")
                .authenticated()
                .requestMatchers("/away", "/away/**")
                .access(anyGroup(g -> Roles.bodyOf(g).isPresent()))
                .requestMatchers("/unattended")
                .hasAnyAuthority(Roles.CENTER, Roles.LEADER)
                .requestMatchers("/evidence/**")
                .access(anyGroup(g -> g.equals(Roles.CENTER)
                        || g.equals(Roles.LEADER)
                        || g.equals(Roles.OFFICER)
                        || Roles.isDepartment(g)
                        || Roles.isUnit(g)))
                .requestMatchers("/admin/**")
                .hasAuthority(Roles.ADMIN)
                .requestMatchers("/camunda/app/cockpit/**", "/camunda/api/cockpit/**")
                .hasAnyAuthority(Roles.DESIGNER, Roles.ADMIN)
                .requestMatchers(GET, "/camunda/api/admin/auth/user/*")
                .access(staff)
                .requestMatchers("/camunda/app/admin/**", "/camunda/api/admin/**")
                .hasAuthority(Roles.ADMIN)
                .requestMatchers("/camunda/api/colleagues/**", "/camunda/api/task-cards")
                .access(anyGroup(g -> g.equals(Roles.CENTER)
                        || g.equals(Roles.LEADER)
                        || g.equals(Roles.OFFICER)
                        || Roles.isDepartment(g)
                        || Roles.isUnit(g)))
                .requestMatchers(WEBAPPS)
                .access(staff));
        http.authorizeHttpRequests(ApiDoors::open);
        http.authorizeHttpRequests(
                doors -> EngineDoors.open(doors, staff).anyRequest().denyAll());
        http.formLogin(form ->
                form.loginPage("/login").failureHandler(new RefusedLogin()).permitAll());
        signOn.open(http);
        // Only somebody who is sent to log in comes back; a session is not made for anybody else's refused request.
        var goesOn = new HttpSessionRequestCache();
        goesOn.setRequestMatcher(new AndRequestMatcher(Addresses.matching(GET, "/**"), Addresses.matching(PAGES)));
        http.requestCache(cache -> cache.requestCache(goesOn));
        http.httpBasic(basic -> basic.authenticationEntryPoint(unauthorized));
        http.logout(logout -> logout.logoutRequestMatcher(Addresses.matching(POST, "/logout", WEBAPP_LOGOUT))
                .logoutSuccessHandler(signOn.leave()));
        http.exceptionHandling(
                refused -> refused.defaultAuthenticationEntryPointFor(new ToLogin(), Addresses.matching(PAGES))
                        .defaultAuthenticationEntryPointFor(new MistypedAddress(), MistypedAddress::is)
                        .defaultAuthenticationEntryPointFor(unauthorized, request -> true)
                        .defaultAccessDeniedHandlerFor(refusals, Addresses.matching("/api/**"))
                        .defaultAccessDeniedHandlerFor(over, OfficeOver.turnedAway())
                        .defaultAccessDeniedHandlerFor(new AccessDeniedHandlerImpl(), request -> true));
        // The engine's own filter guards /camunda against forged requests; a request that brings its credentials
        // along, or has none, cannot be forged.
        http.csrf(csrf -> csrf.ignoringRequestMatchers(
                Addresses.matching("/camunda/**"),
                Addresses.matching(PUBLIC_FORMS),
                request -> ClientLogin.isDone()
                        || machines.matches(request)
                                && (request.getHeader(HttpHeaders.AUTHORIZATION) != null
                                        || request.getRequestedSessionId() == null)));
        http.addFilterAfter(sessions.check(), CsrfFilter.class);
        http.addFilterBefore(clients.at(Addresses.matching(ApiDoors.FOR_KEYS)), CsrfFilter.class);
        http.addFilterBefore(new RefusalLog(audit), ExceptionTranslationFilter.class);
        http.headers(PageHeaders::send);
        return http.build();
    }
}
