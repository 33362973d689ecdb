package org.tiyanguan.security.doors;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationProvider;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationResult;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.web.util.ServletRequestPathUtils;
import org.tiyanguan.security.Roles;
import org.tiyanguan.security.Standing;

/** Carries the one login over to Camunda's web applications and REST API, so that the engine's authorizations hold. */
@Configuration
class EngineSignOn {

    private static final int AFTER_LOGIN = SecurityProperties.DEFAULT_FILTER_ORDER + 10;

    @Bean
    FilterRegistrationBean<Filter> webappSignOn() {
        FilterRegistrationBean<Filter> filter = new FilterRegistrationBean<>(new PresentGroups());
        filter.setInitParameters(Map.of("authentication-provider", WhoLoggedIn.class.getName()));
        filter.addUrlPatterns("/camunda/app/*", "/camunda/api/*");
        filter.setOrder(AFTER_LOGIN);
        return filter;
    }

    @Bean
    FilterRegistrationBean<Filter> restSignOn(IdentityService identity) {
        Filter signOn = (request, response, chain) -> {
            Authentication user = SecurityContextHolder.getContext().getAuthentication();
            identity.setAuthentication(user.getName(), groups(user));
            try {
                chain.doFilter(request, response);
            } finally {
                identity.clearAuthentication();
            }
        };
        FilterRegistrationBean<Filter> filter = new FilterRegistrationBean<>(signOn);
        filter.addUrlPatterns("/engine-rest/*");
        filter.setOrder(AFTER_LOGIN);
        return filter;
    }

    /** What the engine knows about groups: which of them may be given tasks. */
    @Bean
    Predicate<String> roleGroups() {
        return Roles::worksOnCases;
    }

    /**
     * Before all else: paths with parameters, doubled slashes, encoded letters, which servlets and doors read
     * differently.
     */
    @Bean
    FilterRegistrationBean<Filter> plainPaths() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        FilterRegistrationBean<Filter> filter = new FilterRegistrationBean<>((request, response, chain) -> {
            try {
                firewall.getFirewalledRequest((HttpServletRequest) request);
                ServletRequestPathUtils.parseAndCache((HttpServletRequest) request);
            } catch (RequestRejectedException | IllegalArgumentException refused) {
                RefusedRequest.answer(
                        (HttpServletRequest) request,
                        (HttpServletResponse) response,
                        HttpServletResponse.SC_BAD_REQUEST);
                return;
            }
            chain.doFilter(request, response);
        });
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }

    @Bean
    FilterRegistrationBean<Filter> requestScreen(ObjectMapper json, MessageSource messages) {
        FilterRegistrationBean<Filter> filter = new FilterRegistrationBean<>(new RequestScreen(json, messages));
        filter.addUrlPatterns("/engine-rest/*", "/camunda/api/*");
        filter.setOrder(AFTER_LOGIN);
        return filter;
    }

    private static List<String> groups(Authentication user) {
        return Standing.groups(user);
    }

    /**
     * The engine's filter keeps in the session who somebody was at first: it looks anew when the groups are others now.
     */
    private static class PresentGroups extends ContainerBasedAuthenticationFilter {

        @Override
        protected boolean existisAuthentication(Authentications known, String engine, String user) {
            List<String> groups = groups(SecurityContextHolder.getContext().getAuthentication());
            return super.existisAuthentication(known, engine, user)
                    && known.getAuthenticationForProcessEngine(engine) instanceof UserAuthentication before
                    && Set.copyOf(before.getGroupIds()).equals(Set.copyOf(groups));
        }
    }

    /** Made by the engine's filter, which knows the class by its name only. */
    public static class WhoLoggedIn implements AuthenticationProvider {

        @Override
        public AuthenticationResult extractAuthenticatedUser(HttpServletRequest request, ProcessEngine engine) {
            Authentication user = SecurityContextHolder.getContext().getAuthentication();
            if (user == null || !user.isAuthenticated()) return AuthenticationResult.unsuccessful();
            AuthenticationResult result = AuthenticationResult.successful(user.getName());
            result.setGroups(groups(user));
            return result;
        }

        @Override
        public void augmentResponseByAuthenticationChallenge(HttpServletResponse response, ProcessEngine engine) {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        }
    }
}
