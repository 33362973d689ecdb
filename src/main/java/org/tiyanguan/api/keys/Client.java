package org.tiyanguan.api.keys;

import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tiyanguan.security.ApiClient;
import org.tiyanguan.security.KeyScope;

/** Another system as the administrator keeps it; {@code scopes} by name, with commas. */
public record Client(
        long id,
        String name,
        String contact,
        String scopes,
        int perMinute,
        String keyPrefix,
        String madeBy,
        LocalDateTime madeAt,
        @Nullable LocalDateTime lastUsedAt,
        @Nullable LocalDateTime withdrawnAt) {

    public boolean isWithdrawn() {
        return withdrawnAt != null;
    }

    public Set<KeyScope> scopeSet() {
        return Arrays.stream(scopes.split(","))
                .map(KeyScope::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(KeyScope.class)));
    }

    ApiClient asUser() {
        return new ApiClient(id, name, scopeSet(), perMinute);
    }
}
