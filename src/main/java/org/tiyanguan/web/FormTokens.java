package org.tiyanguan.web;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.springframework.security.core.token.KeyBasedPersistenceTokenService;
import org.springframework.security.core.token.Token;
import org.springframework.stereotype.Component;

/**
 * Marks each public page as it is shown: what comes back with the mark was not filled in by a script within a moment,
 * and is taken once. No session is kept, so that a page may stay open for as long as somebody needs. A mark holds until
 * the program starts again; then the page is shown once more, as it was filled in.
 */
@Component
public class FormTokens {

    private final KeyBasedPersistenceTokenService tokens = new KeyBasedPersistenceTokenService();
    private final Duration fastest;

    FormTokens(PublicFormSettings settings) {
        SecureRandom random = new SecureRandom();
        tokens.setServerSecret(UUID.randomUUID().toString());
        tokens.setServerInteger(random.nextInt());
        tokens.setSecureRandom(random);
        this.fastest = Duration.ofSeconds(settings.fastestSeconds());
    }

    public String make() {
        return tokens.allocateToken("").getKey();
    }

    /** The mark that came back with what was typed. */
    public static String of(Map<String, String> typed) {
        return typed.getOrDefault("token", "");
    }

    /** Whether a script filled it in: too fast, or also the field {@code website}, which is out of sight. */
    public boolean isOfRobot(Map<String, String> typed) {
        return !typed.getOrDefault("website", "").isEmpty() || !isFilledByAPerson(of(typed));
    }

    /** Whether it is one of ours and as old as a person needs at least. */
    boolean isFilledByAPerson(String mark) {
        try {
            Token token = tokens.verifyToken(mark);
            return token != null && System.currentTimeMillis() - token.getKeyCreationTime() >= fastest.toMillis();
        } catch (IllegalArgumentException forged) {
            return false;
        }
    }
}
