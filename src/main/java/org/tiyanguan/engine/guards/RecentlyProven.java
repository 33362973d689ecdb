package org.tiyanguan.engine.guards;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.tiyanguan.core.Tokens;

/**
 * Passwords that were right a short while ago: a program that sends its password with each request does not cost a hash
 * each time. It keeps what only this run of the program can compute from password and hash together, so that a changed
 * password is unknown at once, and wrong ones are never kept.
 */
class RecentlyProven {

    private static final Duration WHILE = Duration.ofMinutes(5);
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key = new SecretKeySpec(Tokens.bytes(32), ALGORITHM);

    private final Cache<String, Boolean> proofs =
            Caffeine.newBuilder().expireAfterWrite(WHILE).maximumSize(10_000).build();

    boolean knows(String password, String hash) {
        return proofs.getIfPresent(proof(password, hash)) != null;
    }

    void remember(String password, String hash) {
        proofs.put(proof(password, hash), true);
    }

    private String proof(String password, String hash) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            // A hash has no line breaks: none can be taken for the begin of a password.
            mac.update((hash + "\n" + password).getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(mac.doFinal());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
