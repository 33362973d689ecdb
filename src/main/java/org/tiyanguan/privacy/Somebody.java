package org.tiyanguan.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tiyanguan.core.PersonName;
import org.tiyanguan.core.Phone;
import org.tiyanguan.core.Signs;
import org.tiyanguan.privacy.Trace.Kind;

/**
 * Who reported, as far as it is known by what a text could name them: from their record, and from what they wrote
 * before.
 */
public record Somebody(List<Known> known) {

    public static final Somebody UNKNOWN = new Somebody(List.of());

    /** {@code text} may be null or blank: then nothing is known. */
    public record Known(Kind kind, @Nullable String text) {

        boolean isSaid() {
            return text != null && !text.isBlank();
        }
    }

    private record Own(Kind kind, boolean sure, Pattern pattern) {}

    /** Shorter ones are words, or numbers of something else. */
    private static final int SHORTEST_WORD = 4;

    private static final int SHORTEST_NUMBER = 7;

    public Somebody and(Stream<Known> more) {
        return new Somebody(Stream.concat(known.stream(), more)
                .filter(Known::isSaid)
                .distinct()
                .toList());
    }

    Stream<Trace> in(ReadableText text) {
        return patterns().stream()
                .flatMap(own -> own.pattern
                        .matcher(text.toString())
                        .results()
                        .map(found -> Trace.of(own.kind, own.sure, text, found)));
    }

    private List<Own> patterns() {
        List<Own> all = new ArrayList<>();
        for (Known one : known) {
            if (one.text == null) continue;
            String text = ReadableText.of(one.text).toString().strip();
            switch (one.kind) {
                case NAME -> addName(all, text);
                case PHONE -> addPhone(all, text);
                case IDENTITY, CARD -> {
                    String digits = text.replaceAll("[^0-9]", "");
                    if (digits.length() >= SHORTEST_NUMBER)
                        add(all, one.kind, true, "(?<![0-9])" + spaced(digits, "{gap}") + "(?![0-9])");
                }
                case ACCOUNT, CHAT -> {
                    if (text.length() >= SHORTEST_WORD)
                        add(all, one.kind, true, "(?<![A-Za-z0-9])" + Pattern.quote(text) + "(?![A-Za-z0-9])");
                }
                default -> {
                    if (text.length() >= SHORTEST_WORD)
                        add(all, one.kind, true, spaced(text.replaceAll("\\s", ""), "\\s{0,2}"));
                }
            }
        }
        return all;
    }

    /** With or without what one dials before it from elsewhere, and an extension. */
    private static void addPhone(List<Own> all, String text) {
        String number = Phone.withoutExtension(Phone.keptOr(text));
        boolean hasArea = number.matches("0[0-9]{2,3}-[0-9]+");
        String area = hasArea ? number.substring(1, number.indexOf('-')) : "";
        String digits = number.substring(hasArea ? number.indexOf('-') : 0).replaceAll("[^0-9]", "");
        if (digits.length() < SHORTEST_NUMBER) return;
        String before = hasArea ? "(?:0?{gap}" + spaced(area, "{gap}") + "{gap})?" : "";
        add(all, Kind.PHONE, true, "(?<![0-9])" + before + spaced(digits, "{gap}") + "(?![0-9]){extension}?");
    }

    private static void addName(List<Own> all, String text) {
        PersonName parts = PersonName.of(
                        text.replaceAll("[\\s,_*-]", "").replaceFirst(TracePattern.word("title") + "$", ""))
                .withoutPoints();
        if (parts.surname().isEmpty()) {
            if (!text.isEmpty())
                add(all, Kind.NAME, true, "(?<![A-Za-z0-9])" + Pattern.quote(text) + "(?![A-Za-z0-9])");
            return;
        }
        String surname = parts.surname();
        String given = parts.given();
        add(all, Kind.NAME, true, surname + "(?:{slip}{title}|某{1,2}|[Xx*×]{1,2})");
        add(
                all,
                Kind.NAME,
                true,
                "(?:本人|我|我是|叫我|反映人|投诉人|联系人)姓?[是:\\s]{0,2}[老小阿]?(?<it>" + surname + ")(?=$|[^\\p{IsHan}〔])");
        if (Signs.seen(surname) > 1) add(all, Kind.NAME, true, surname);
        if (given.isEmpty()) return;
        add(all, Kind.NAME, true, spaced(surname + given, "{slip}"));
        if (Signs.seen(given) < 2) return;
        add(all, Kind.NAME, true, "(?:我叫|我是|本人|叫我|小|阿)(?<it>" + given + ")|" + given + "{title}");
        add(all, Kind.NAME, false, given);
    }

    private static String spaced(String text, String gap) {
        return text.codePoints()
                .mapToObj(Character::toString)
                .map(Pattern::quote)
                .collect(Collectors.joining(gap));
    }

    private static void add(List<Own> all, Kind kind, boolean sure, String pattern) {
        all.add(new Own(kind, sure, TracePattern.compile(pattern)));
    }
}
