package org.tiyanguan.core;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.lang.Contract;

/**
 * Text that people wrote, made harmless for Tasklist's forms, which read it as Markdown and HTML: signs with a meaning
 * there become their full-width twins, which a reader of Chinese takes for the same. Web addresses, which one copies,
 * stay what they are: the forms take them for such as a whole, and no sign within has a meaning.
 */
public final class PlainText {

    private static final String SIGNS = "<>*_[]`#~|\\!&{}";
    private static final int FULL_WIDTH = 0xFEE0;
    private static final char END = '\uFEFF';

    /** What HTML reads as another sign. */
    private static final Pattern ENTITY = Pattern.compile("&(?=#?[A-Za-z0-9]+;)");

    private PlainText() {}

    @Contract("!null -> !null")
    public static @Nullable String of(@Nullable String text) {
        if (text == null) return null;
        String flush = text.replaceAll("(?m)^[ \t]+", "");
        StringBuilder plain = new StringBuilder();
        Matcher address = WebAddresses.ADDRESS.matcher(flush);
        int done = 0;
        while (address.find()) {
            int end = WebAddresses.end(flush, address);
            plain.append(harmless(flush.substring(done, address.start())));
            plain.append(ENTITY.matcher(flush.substring(address.start(), end)).replaceAll("＆"));
            // Markdown would read on to the next blank: this one nobody sees.
            if (end < flush.length() && !Character.isWhitespace(flush.charAt(end))) plain.append(END);
            done = end;
        }
        return plain.append(harmless(flush.substring(done))).toString();
    }

    private static String harmless(String text) {
        StringBuilder plain = new StringBuilder();
        for (char c : text.replace("://", "：//").toCharArray())
            plain.append(SIGNS.indexOf(c) < 0 ? c : (char) (c + FULL_WIDTH));
        return plain.toString();
    }
}
