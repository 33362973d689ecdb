package org.tiyanguan.recruitment;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * How often one address may send what needs no login: a family, or an office behind one address, gets through; a script
 * that guesses numbers and phones does not. Each node counts for itself.
 */
@Component
class Throttle {

    private static final int MOST_ADDRESSES = 100_000;

    private final RecruitmentSettings settings;
    private final Cache<String, Bucket> forms = cache();
    private final Cache<String, Bucket> guesses = cache();

    Throttle(RecruitmentSettings settings) {
        this.settings = settings;
    }

    boolean maySend(String address) {
        return bucket(forms, address, settings.formsAnHour()).tryConsume(1);
    }

    /** Whoever knows number and phone is never in the way of others at the same address. */
    boolean mayAsk(String address) {
        return bucket(guesses, address, settings.guessesAnHour()).getAvailableTokens() > 0;
    }

    void guessedWrong(String address) {
        bucket(guesses, address, settings.guessesAnHour()).tryConsume(1);
    }

    private static Bucket bucket(Cache<String, Bucket> buckets, String address, int anHour) {
        return buckets.get(address, a -> Bucket.builder()
                .addLimit(limit -> limit.capacity(anHour).refillGreedy(anHour, Duration.ofHours(1)))
                .build());
    }

    private static Cache<String, Bucket> cache() {
        return Caffeine.newBuilder().maximumSize(MOST_ADDRESSES).expireAfterAccess(Duration.ofHours(1)).build();
    }
}
