package org.tiyanguan.core;

import org.jspecify.annotations.Nullable;
import org.springframework.lang.Contract;

/** Signs that nobody sees: a text of nothing else says nothing, and they tell readers apart from programs. */
public final class Unseen {

    /** Blank signs that Unicode counts as letters or symbols: fillers of Hangul, and the empty Braille pattern. */
    private static final String FILLERS = "\u3164\u115F\u1160\uFFA0\u2800";

    private Unseen() {}

    public static boolean isOne(int sign) {
        int type = Character.getType(sign);
        return type == Character.FORMAT
                || type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || FILLERS.indexOf(sign) >= 0;
    }

    /** Whether a reader sees nothing of it. */
    @Contract("null -> true")
    public static boolean isAll(@Nullable String text) {
        return text == null || without(text).isEmpty();
    }

    /** What a reader sees of the text, without spaces around it. */
    public static String without(String text) {
        return text.codePoints()
                .filter(sign -> !isOne(sign))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
    }
}
