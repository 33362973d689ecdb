package org.tiyanguan.security.doors;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;

/** What browsers are told about a page: what it may load, and who may frame it or learn where one came from. */
final class PageHeaders {

    /** Nothing but our own files; no script and no style inside a page. */
    private static final String CONTENT_SECURITY_POLICY =
            "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    /** The page that shows the API's description sets styles in elements and has its icons in its style sheet. */
    private static final String API_PAGE = "/swagger-ui/**";

    private static final String API_PAGE_NEEDS = "; style-src 'self' 'unsafe-inline'; img-src 'self' data:";

    private PageHeaders() {}

    static void send(HeadersConfigurer<HttpSecurity> headers) {
        headers.frameOptions(frame -> frame.deny())
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                // Camunda's web applications have a policy of their own, with a nonce for each page: application.yml.
                .addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(
                        new NegatedRequestMatcher(Addresses.matching("/camunda/**", API_PAGE)),
                        new StaticHeadersWriter("Content-Security-Policy", CONTENT_SECURITY_POLICY)))
                .addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(
                        Addresses.matching(API_PAGE),
                        new StaticHeadersWriter("Content-Security-Policy", CONTENT_SECURITY_POLICY + API_PAGE_NEEDS)));
    }
}
