package org.tiyanguan.disclosure;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A thing that the centre may let the public see; nothing is public of itself. */
public enum PublicItem {
    /** The numbers of the year, on the first page, too. */
    NUMBERS,
    MONTH,
    TOPIC,
    CHANNEL,
    RATING,
    DAYS,
    DEPARTMENT;

    /** As the figures, addresses and texts call it. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean isTable() {
        return this != NUMBERS;
    }

    static Optional<PublicItem> of(String id) {
        return Arrays.stream(values()).filter(item -> item.id().equals(id)).findFirst();
    }
}
