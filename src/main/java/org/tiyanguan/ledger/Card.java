package org.tiyanguan.ledger;

import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a department gets that is late with its part (DOMAIN.md, process 4), in the order of their weight. */
public enum Card {
    YELLOW,
    RED;

    /** The heaviest of several; null counts for none, and stands for none. */
    public static @Nullable Card heaviest(Stream<@Nullable Card> cards) {
        return cards.filter(Objects::nonNull).max(Comparator.naturalOrder()).orElse(null);
    }

    /** As {@link #heaviest(Stream)}, in SQL: the alphabet has the heavier name first. */
    public static String heaviest(String part) {
        return "min(" + part + ".card)";
    }
}
