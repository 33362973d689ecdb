package org.tiyanguan.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import org.tiyanguan.gate.Network;

/** How many forms one address may send in an hour without a login. Each node counts for itself. */
public final class FormThrottle {

    private static final int MOST_ADDRESSES = 100_000;

    private final int anHour;

    private final Cache<String, Bucket> forms = Caffeine.newBuilder()
            .maximumSize(MOST_ADDRESSES)
            .expireAfterAccess(Duration.ofHours(1))
            .build();

    public FormThrottle(int anHour) {
        this.anHour = anHour;
    }

    public boolean maySend(String address) {
        return forms.get(Network.of(address), a -> bucket()).tryConsume(1);
    }

    private Bucket bucket() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(anHour).refillGreedy(anHour, Duration.ofHours(1)))
                .build();
    }
}
