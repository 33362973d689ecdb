package org.tiyanguan.api;

import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.tiyanguan.security.ApiClient;
import org.tiyanguan.security.Scope;

/** Another system as the administrator keeps it; {@code scopes} by name, with commas. */
record Client(
        long id,
        String name,
        String contact,
        String scopes,
        int perMinute,
        String keyPrefix,
        String madeBy,
        LocalDateTime madeAt,
        LocalDateTime lastUsedAt,
        LocalDateTime withdrawnAt) {

    public boolean isWithdrawn() {
        return withdrawnAt != null;
    }

    public Set<Scope> scopeSet() {
        return Arrays.stream(scopes.split(","))
                .map(Scope::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Scope.class)));
    }

    ApiClient asUser() {
        return new ApiClient(id, name, scopeSet(), perMinute);
    }
}
