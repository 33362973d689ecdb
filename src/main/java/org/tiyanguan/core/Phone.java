package org.tiyanguan.core;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Telephone numbers, however people type them, in the one form in which they are kept and shown: 13800138000,
 * 0766-8838383, with an extension 0766-8838383-12, 400-883-8383, and those of elsewhere +85291234567.
 */
public final class Phone {

    /** What is kept fits the columns, which hold 20. */
    private static final Pattern EXTENSION =
            Pattern.compile("(?i)(?:转(?:分机)?|分机号?|ext\\.?|[#x]|[-,;*]|\\s-\\s)[\\s:]*([0-9]{1,5})$");

    private static final Pattern SEPARATORS = Pattern.compile("[\\s().·•_/~‐‑‒–—−-]");
    private static final Pattern CHINA = Pattern.compile("(?:\\+|00)?86(?=1[3-9][0-9]{9}$|0?[1-9][0-9]{8,11}$)");
    private static final Pattern MOBILE = Pattern.compile("0?(1[3-9][0-9]{9})");
    private static final Pattern LANDLINE = Pattern.compile("0?(10|2[0-9]|[3-9][0-9]{2})([2-9][0-9]{6,7})");
    private static final Pattern SERVICE = Pattern.compile("([48]00)([0-9]{3})([0-9]{4})");
    private static final Pattern ELSEWHERE = Pattern.compile("(?:\\+|00)([1-9][0-9]{6,14})");

    private Phone() {}

    /** The form in which the number is kept; empty for what is no number that one could call from here. */
    public static Optional<String> kept(@Nullable String typed) {
        if (typed == null) return Optional.empty();
        String text = Unseen.without(Normalizer.normalize(typed, Normalizer.Form.NFKC));
        Matcher extension = EXTENSION.matcher(text);
        if (!extension.find()) return number(text);
        // The last group of a number in groups is none: what stands before it is no number yet.
        return number(text.substring(0, extension.start()).strip())
                .filter(Phone::takesExtension)
                .map(number -> number + "-" + extension.group(1))
                .or(() -> number(text));
    }

    /** The number as it is kept, or what was typed where it is none. */
    public static String keptOr(String typed) {
        return kept(typed).orElse(typed);
    }

    /** Whether it is a mobile phone's, in whatever form. */
    public static boolean isMobile(@Nullable String typed) {
        return kept(typed).filter(number -> number.matches("1[0-9]{10}")).isPresent();
    }

    /** A kept number without its extension. */
    public static String withoutExtension(String kept) {
        return takesExtension(kept) ? kept.replaceFirst("(?<=[0-9]{4})-[0-9]{1,5}$", "") : kept;
    }

    private static Optional<String> number(String text) {
        String digits = SEPARATORS.matcher(text).replaceAll("");
        if (!digits.matches("\\+?[0-9]{7,18}")) return Optional.empty();
        Matcher china = CHINA.matcher(digits);
        boolean called = china.lookingAt();
        String within = called ? digits.substring(china.end()) : digits;
        Matcher mobile = MOBILE.matcher(within);
        if (mobile.matches()) return Optional.of(mobile.group(1));
        Matcher landline = LANDLINE.matcher(within);
        if ((called || within.startsWith("0")) && landline.matches())
            return Optional.of("0" + landline.group(1) + "-" + landline.group(2));
        Matcher service = SERVICE.matcher(within);
        if (service.matches()) return Optional.of(service.group(1) + "-" + service.group(2) + "-" + service.group(3));
        Matcher elsewhere = ELSEWHERE.matcher(digits);
        return elsewhere.matches() && !elsewhere.group(1).startsWith("86")
                ? Optional.of("+" + elsewhere.group(1))
                : Optional.empty();
    }

    private static boolean takesExtension(String kept) {
        return kept.startsWith("0") || kept.startsWith("400-") || kept.startsWith("800-");
    }
}
