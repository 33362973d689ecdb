package org.tiyanguan.privacy;

import java.util.regex.MatchResult;

/**
 * A place in a text that tells who somebody is, or may do so.
 *
 * @param sure whether it is replaced before departments read the text; otherwise it is only pointed out
 * @param from the place of its first {@code char}, {@code to} the place after its last one
 */
public record Trace(Kind kind, boolean sure, int from, int to) {

    /** Their labels are {@code trace.*}. */
    public enum Kind {
        NAME,
        ACCOUNT,
        PHONE,
        IDENTITY,
        MAIL,
        CHAT,
        PLATE,
        CARD,
        ADDRESS,
        EMPLOYER,
        POSITION
    }

    /** The whole find, or the group {@code <it>} where the pattern has that one. */
    static Trace of(Kind kind, boolean sure, ReadableText text, MatchResult found) {
        int group = found.groupCount() > 0 && found.start(1) >= 0 ? 1 : 0;
        return new Trace(kind, sure, text.from(found.start(group)), text.to(found.end(group)));
    }

    boolean overlaps(Trace other) {
        return from < other.to && other.from < to;
    }

    Trace joined(Trace other) {
        return new Trace(kind, sure, Math.min(from, other.from), Math.max(to, other.to));
    }
}
