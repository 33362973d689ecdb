package org.tiyanguan.core;

import java.security.SecureRandom;
import java.util.Base64;

/** Random signs that nobody guesses, fit for addresses. */
public final class Tokens {

    private static final SecureRandom RANDOM = new SecureRandom();

    /** One sign of each kind that the rules for passwords ask for. */
    private static final String EACH_KIND = "aA1#";

    private Tokens() {}

    public static String random(int bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(bytes));
    }

    /** A password that the rules let pass, of so many random bytes. */
    public static String password(int bytes) {
        return random(bytes) + EACH_KIND;
    }

    public static byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
