package org.tiyanguan.core;

import java.util.ArrayList;
import java.util.List;
import org.springframework.lang.Contract;

/**
 * What people wrote, sign by sign as they see it. A sign may be two {@code char}s (𠮷) or more, where marks that nobody
 * sees belong to it. What is too short is counted in signs; what is too long is counted in {@code char}s, as browsers
 * and the columns of H2 count, and is never cut within a sign.
 */
public final class Signs {

    /** So many marks may belong to one sign; more than that is no writing. */
    private static final int MOST_MARKS = 8;

    private Signs() {}

    /** Each sign with the marks that belong to it. */
    public static List<String> of(String text) {
        List<String> signs = new ArrayList<>();
        for (int at = 0; at < text.length(); ) {
            int end = at + Character.charCount(text.codePointAt(at));
            while (end < text.length() && Unseen.isOne(text.codePointAt(end)))
                end += Character.charCount(text.codePointAt(end));
            signs.add(text.substring(at, end));
            at = end;
        }
        return signs;
    }

    /** How many signs a reader sees, not counting spaces around them. */
    public static int seen(String text) {
        String seen = Unseen.without(text);
        return seen.codePointCount(0, seen.length());
    }

    /** As much of the beginning as {@code most} {@code char}s hold; null stays null. */
    @Contract("!null, _ -> !null")
    public static String cut(String text, int most) {
        if (text == null || text.length() <= most) return text;
        int end = whole(text, most);
        for (int marks = 0; marks < MOST_MARKS && end > 0 && Unseen.isOne(text.codePointAt(end)); marks++)
            end = whole(text, end - 1);
        return text.substring(0, Unseen.isOne(text.codePointAt(end)) ? whole(text, most) : end);
    }

    /** As {@link #cut}, for who sees that there was more. */
    public static String shortened(String text, int most) {
        return text.length() <= most ? text : cut(text, most - 1) + "…";
    }

    /** The place, or the one before where it lies between the two halves of a sign. */
    private static int whole(String text, int place) {
        return place > 0
                        && Character.isLowSurrogate(text.charAt(place))
                        && Character.isHighSurrogate(text.charAt(place - 1))
                ? place - 1
                : place;
    }
}
