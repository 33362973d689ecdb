package org.tiyanguan.privacy;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a text for a page that points out what tells who somebody is.
 *
 * @param label what it tells; null for the rest of the text
 * @param sure whether departments do not read it anyway
 */
public record Passage(String text, @Nullable String label, boolean sure) {

    /** The marked passages, a line each: a page that shows them says so with the next press. */
    public static String marked(Stream<Passage> passages) {
        return lines(passages).collect(Collectors.joining("\n"));
    }

    /** Whether all of them were shown; what was typed since was not. */
    public static boolean wereShown(String marked, Stream<Passage> passages) {
        Set<String> shown = marked.lines().collect(Collectors.toSet());
        return lines(passages).allMatch(shown::contains);
    }

    private static Stream<String> lines(Stream<Passage> passages) {
        return passages.filter(passage -> passage.label() != null)
                .map(passage -> passage.text().replaceAll("\\s+", " "));
    }
}
