package org.tiyanguan.core;

import org.jspecify.annotations.Nullable;
import org.springframework.lang.Contract;

/**
 * Text that people wrote, made harmless for Tasklist's forms, which read it as Markdown and HTML: signs with a meaning
 * there become their full-width twins, which a reader of Chinese takes for the same.
 */
public final class PlainText {

    private static final String SIGNS = "<>*_[]`#~|\\!&{}";
    private static final int FULL_WIDTH = 0xFEE0;

    private PlainText() {}

    @Contract("!null -> !null")
    public static @Nullable String of(@Nullable String text) {
        if (text == null) return null;
        StringBuilder plain = new StringBuilder();
        for (char c : text.replaceAll("(?m)^[ \t]+", "").replace("://", "：//").toCharArray())
            plain.append(SIGNS.indexOf(c) < 0 ? c : (char) (c + FULL_WIDTH));
        return plain.toString();
    }
}
