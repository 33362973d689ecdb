package org.tiyanguan.security.doors;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Requests by their addresses, written as in the table of doors. */
final class Addresses {

    private Addresses() {}

    static RequestMatcher matching(String... patterns) {
        return matching(null, patterns);
    }

    /** @param method null for all of them */
    static RequestMatcher matching(@Nullable HttpMethod method, String... patterns) {
        PathPatternRequestMatcher.Builder paths = PathPatternRequestMatcher.withDefaults();
        return new OrRequestMatcher(Arrays.stream(patterns)
                .map(pattern -> (RequestMatcher) paths.matcher(method, pattern))
                .toList());
    }
}
