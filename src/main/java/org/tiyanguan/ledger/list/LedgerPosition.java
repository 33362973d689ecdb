package org.tiyanguan.ledger.list;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a page of the ledger's list begins or ends: at one entry, so that a page far down costs no more than the first,
 * and entries that come in meanwhile move nothing. {@code time} is what the list is sorted by, null where that is the
 * number or nothing; without a number it is the end of the list.
 */
record LedgerPosition(
        boolean backwards,
        @Nullable LocalDateTime time,
        @Nullable String number) {

    static final LedgerPosition START = new LedgerPosition(false, null, null);

    static final LedgerPosition END = new LedgerPosition(true, null, null);

    private static final String LAST = "last";

    private static final Pattern AT = Pattern.compile("(after|before)~([0-9T:.-]*)~([A-Z0-9-]{1,20})");

    static LedgerPosition after(@Nullable LocalDateTime time, String number) {
        return new LedgerPosition(false, time, number);
    }

    static LedgerPosition before(@Nullable LocalDateTime time, String number) {
        return new LedgerPosition(true, time, number);
    }

    boolean isAtEntry() {
        return number != null;
    }

    /** Returns empty for a text that is no position, and the start for null. */
    static Optional<LedgerPosition> read(@Nullable String text) {
        if (text == null) return Optional.of(START);
        if (text.equals(LAST)) return Optional.of(END);
        Matcher at = AT.matcher(text);
        if (!at.matches()) return Optional.empty();
        try {
            LocalDateTime time = at.group(2).isEmpty() ? null : LocalDateTime.parse(at.group(2));
            return Optional.of(new LedgerPosition(at.group(1).equals("before"), time, at.group(3)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** As it stands in the page's address; the start does not. */
    Optional<String> inAddress() {
        if (number == null) return backwards ? Optional.of(LAST) : Optional.empty();
        return Optional.of((backwards ? "before~" : "after~") + (time == null ? "" : time) + "~" + number);
    }
}
