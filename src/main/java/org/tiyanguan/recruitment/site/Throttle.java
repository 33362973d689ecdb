package org.tiyanguan.recruitment.site;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;
import org.tiyanguan.gate.Network;
import org.tiyanguan.recruitment.RecruitmentSettings;
import org.tiyanguan.security.Tries;

/**
 * How often one address may send what needs no login: a family, or an office behind one address, gets through; a script
 * that guesses numbers and phones does not. Each node counts forms for itself; guesses are counted in the database.
 */
@Component
class Throttle {

    private static final int MOST_ADDRESSES = 100_000;

    /** How many times more guesses of one number are allowed from everywhere than from one address. */
    private static final int WIDER_BY_NUMBER = 10;

    private final RecruitmentSettings settings;
    private final Tries tries;
    private final Cache<String, Bucket> forms = cache();

    Throttle(RecruitmentSettings settings, Tries tries) {
        this.settings = settings;
        this.tries = tries;
    }

    boolean maySend(String address) {
        return bucket(forms, Network.of(address), settings.formsAnHour()).tryConsume(1);
    }

    /**
     * Whether what opens the number is right; whoever knows it is never in the way of others at the same address.
     *
     * @throws org.tiyanguan.core.Refusal after too many wrong pairs
     */
    boolean isRight(String number, String address, BooleanSupplier pair) {
        return tries.check(
                List.of(
                        new Tries.Limit("track from " + Network.of(address), settings.guessesAnHour(), true),
                        new Tries.Limit("track " + number, settings.guessesAnHour() * WIDER_BY_NUMBER, true)),
                pair);
    }

    private static Bucket bucket(Cache<String, Bucket> buckets, String address, int anHour) {
        return buckets.get(
                address,
                a -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(anHour).refillGreedy(anHour, Duration.ofHours(1)))
                        .build());
    }

    private static Cache<String, Bucket> cache() {
        return Caffeine.newBuilder()
                .maximumSize(MOST_ADDRESSES)
                .expireAfterAccess(Duration.ofHours(1))
                .build();
    }
}
