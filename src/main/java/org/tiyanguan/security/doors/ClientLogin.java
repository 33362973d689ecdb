package org.tiyanguan.security.doors;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.tiyanguan.security.ApiClient;
import org.tiyanguan.security.ApiClients;

/**
 * Lets other systems in by their keys, each as often as was agreed with it; each node counts for itself. Only at the
 * doors that are theirs: elsewhere a key is nothing.
 */
@Component
class ClientLogin {

    private static final String BEARER = "Bearer ";

    /** The name under which clients of Open311 send the key, in the form or the address. */
    private static final String OPEN311_KEY = "api_key";

    private final ApiClients clients;
    private final ApiRefusals refusals;
    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterAccess(Duration.ofMinutes(5))
            .build();

    ClientLogin(ApiClients clients, ApiRefusals refusals) {
        this.clients = clients;
        this.refusals = refusals;
    }

    /** Whether the request came in by a key. */
    static boolean isDone() {
        var user = SecurityContextHolder.getContext().getAuthentication();
        return user != null && user.getPrincipal() instanceof ApiClient;
    }

    OncePerRequestFilter at(RequestMatcher doors) {
        return new OncePerRequestFilter() {
            @Override
            protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                    throws ServletException, IOException {
                Optional<String> key = doors.matches(request) ? key(request) : Optional.empty();
                if (key.isEmpty() || letIn(key.get(), request, response)) chain.doFilter(request, response);
            }
        };
    }

    private boolean letIn(String key, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<ApiClient> client = clients.byKey(key);
        if (client.isEmpty()) {
            refusals.send(request, response, HttpStatus.UNAUTHORIZED, "key.unknown");
            return false;
        }
        ConsumptionProbe taken = bucket(client.get()).tryConsumeAndReturnRemaining(1);
        if (!taken.isConsumed()) {
            long seconds = TimeUnit.NANOSECONDS.toSeconds(taken.getNanosToWaitForRefill()) + 1;
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
            refusals.send(
                    request,
                    response,
                    HttpStatus.TOO_MANY_REQUESTS,
                    "key.fast",
                    client.get().perMinute(),
                    seconds);
            return false;
        }
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new PreAuthenticatedAuthenticationToken(
                client.get(), null, client.get().authorities()));
        SecurityContextHolder.setContext(context);
        return true;
    }

    private Bucket bucket(ApiClient client) {
        return buckets.get(
                client.id() + "/" + client.perMinute(),
                id -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(client.perMinute())
                                .refillGreedy(client.perMinute(), Duration.ofMinutes(1)))
                        .build());
    }

    private static Optional<String> key(HttpServletRequest request) {
        String bearer = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (bearer != null && bearer.regionMatches(true, 0, BEARER, 0, BEARER.length()))
            return Optional.of(bearer.substring(BEARER.length()).strip());
        String key = request.getHeader("X-API-Key");
        if (key == null && ApiDoors.isOpen311(request)) key = request.getParameter(OPEN311_KEY);
        return Optional.ofNullable(key).map(String::strip);
    }
}
