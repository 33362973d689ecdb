package org.tiyanguan.security.login;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.client.RestTemplateBuilder;
import org.springframework.context.MessageSource;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.http.converter.json.MappingJackson2HttpMessageConverter;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;
import org.springframework.security.oauth2.client.userinfo.DefaultOAuth2UserService;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;
import org.tiyanguan.audit.AuditKind;
import org.tiyanguan.audit.AuditLog;
import org.tiyanguan.core.Refusal;

/** Sign-in and log-out at the city's own identity provider (OpenID Connect), beside the login by password. */
@Component
public class SingleSignOn {

    static final String LEAVE = "/leave";

    private static final String ID = "oidc";
    private static final String BEGIN = OAuth2AuthorizationRequestRedirectFilter.DEFAULT_AUTHORIZATION_REQUEST_BASE_URI;
    private static final String LOGGED_OUT = "/login?logout";

    /** How long the provider may take for an answer. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final OidcSettings settings;
    private final OidcAccounts accounts;
    private final AccountStandings standings;
    private final AuditLog audit;
    private final MessageSource messages;
    private final RestTemplate rest;
    private final ClientRegistrationRepository clients = new SupplierClientRegistrationRepository(this::discovered);

    SingleSignOn(
            OidcSettings settings,
            OidcAccounts accounts,
            AccountStandings standings,
            AuditLog audit,
            MessageSource messages,
            RestTemplateBuilder rest) {
        this.settings = settings;
        this.accounts = accounts;
        this.standings = standings;
        this.audit = audit;
        this.messages = messages;
        this.rest = rest.connectTimeout(PATIENCE)
                .readTimeout(PATIENCE)
                .messageConverters(
                        new FormHttpMessageConverter(),
                        new OAuth2AccessTokenResponseHttpMessageConverter(),
                        new MappingJackson2HttpMessageConverter())
                .errorHandler(new OAuth2ErrorResponseErrorHandler())
                .build();
    }

    /** Where the sign-in begins; null if it is off. */
    @Nullable
    String begin() {
        return settings.isOn() ? BEGIN + "/" + ID : null;
    }

    public void open(HttpSecurity http) throws Exception {
        if (!settings.isOn()) return;
        var authorization = new DefaultOAuth2AuthorizationRequestResolver(clients, BEGIN);
        authorization.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
        http.oauth2Login(login -> login.loginPage("/login")
                .clientRegistrationRepository(clients)
                // The tokens are not needed again: they go with the session.
                .authorizedClientRepository(new HttpSessionOAuth2AuthorizedClientRepository())
                .authorizationEndpoint(endpoint -> endpoint.authorizationRequestResolver(authorization))
                .tokenEndpoint(endpoint -> endpoint.accessTokenResponseClient(tokens()))
                .userInfoEndpoint(endpoint -> endpoint.oidcUserService(persons()))
                .failureHandler(this::refused)
                .withObjectPostProcessor(new ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter>() {
                    @Override
                    public <F extends OAuth2AuthorizationRequestRedirectFilter> F postProcess(F filter) {
                        filter.setAuthenticationFailureHandler(SingleSignOn.this::refused);
                        return filter;
                    }
                }));
    }

    /** Ends the provider's session, too, if it was the provider who let the user in. */
    public LogoutSuccessHandler leave() {
        var handler = new OidcClientInitiatedLogoutSuccessHandler(clients);
        handler.setDefaultTargetUrl(LOGGED_OUT);
        handler.setPostLogoutRedirectUri("{baseUrl}" + LOGGED_OUT);
        // By a page: our policy lets no form lead to another site, not by a redirect either.
        handler.setRedirectStrategy((request, response, address) -> {
            if (address.equals(LOGGED_OUT)) {
                response.sendRedirect(request.getContextPath() + address);
                return;
            }
            request.setAttribute("address", address);
            try {
                request.getRequestDispatcher(LEAVE).forward(request, response);
            } catch (ServletException e) {
                throw new IOException(e);
            }
        });
        return handler;
    }

    /** Asked for when somebody wants to sign in: the program starts, and works, while the provider is down. */
    private InMemoryClientRegistrationRepository discovered() {
        ClientRegistration.Builder client = ClientRegistrations.fromOidcIssuerLocation(settings.issuer())
                .registrationId(ID)
                .redirectUri("{baseUrl}/login/oauth2/code/{registrationId}")
                .clientId(settings.clientId())
                .scope(settings.scopes());
        boolean secret =
                settings.clientSecret() != null && !settings.clientSecret().isBlank();
        if (secret) client.clientSecret(settings.clientSecret());
        else client.clientAuthenticationMethod(ClientAuthenticationMethod.NONE);
        return new InMemoryClientRegistrationRepository(client.build());
    }

    private RestClientAuthorizationCodeTokenResponseClient tokens() {
        var tokens = new RestClientAuthorizationCodeTokenResponseClient();
        tokens.setRestClient(RestClient.create(rest));
        return tokens;
    }

    private OidcUserService persons() {
        var facts = new DefaultOAuth2UserService();
        facts.setRestOperations(rest);
        var persons = new OidcUserService();
        persons.setOauth2UserService(facts);
        persons.setOidcUserMapper(this::admit);
        return persons;
    }

    private OidcUser admit(OidcUserRequest request, OidcUserInfo info) {
        OidcUser person = new DefaultOidcUser(List.of(), request.getIdToken(), info);
        String account = person.getClaimAsString(settings.userClaim());
        if (roles(person).isEmpty()) throw new SignOnRefused(SignOnRefusal.NO_ROLE, account);
        return new DefaultOidcUser(
                standings.of(account).authorities(), request.getIdToken(), info, settings.userClaim());
    }

    private List<String> roles(OidcUser person) {
        try {
            return accounts.update(person);
        } catch (Refusal lastAdministrator) {
            throw new SignOnRefused(SignOnRefusal.FAILED, lastAdministrator.getMessage());
        }
    }

    /** Under nobody's name: else a stranger's attempts would lock an account. */
    private void refused(HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException {
        SignOnRefusal refusal = refusal(e);
        audit.record(
                AuditKind.LOGIN_FAILED,
                messages.getMessage("audit.login.oidc", new Object[] {refusal, e.getMessage()}, Locale.CHINA));
        response.sendRedirect(request.getContextPath() + "/login?refused=" + refusal);
    }

    private static SignOnRefusal refusal(AuthenticationException e) {
        if (e instanceof SignOnRefused refused) return refused.refusal();
        boolean denied = e instanceof OAuth2AuthenticationException error
                && error.getError().getErrorCode().equals(OAuth2ErrorCodes.ACCESS_DENIED);
        return denied ? SignOnRefusal.DENIED : SignOnRefusal.FAILED;
    }
}
