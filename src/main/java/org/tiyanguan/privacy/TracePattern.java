package org.tiyanguan.privacy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.tiyanguan.core.PersonName;

/** One line of {@code traces/patterns.txt}: what some kind of trace looks like, whoever wrote the text. */
record TracePattern(Trace.Kind kind, Certainty certainty, boolean digits, Pattern pattern) {

    enum Certainty {
        SURE,
        LIKELY,
        /** Sure when the check digit fits. */
        LUHN
    }

    private static final Pattern PART = Pattern.compile("\\{([a-z]+)}");

    private static final Map<String, String> WORDS = words();

    static final List<TracePattern> ALL =
            lines("patterns.txt").map(TracePattern::read).toList();

    Stream<Trace> in(ReadableText plain, ReadableText inDigits) {
        ReadableText text = digits ? inDigits : plain;
        return pattern.matcher(text.toString())
                .results()
                .filter(found -> certainty != Certainty.LUHN || fits(found.group()))
                .map(found -> Trace.of(kind, certainty != Certainty.LIKELY, text, found));
    }

    static @Nullable String word(String name) {
        return WORDS.get(name);
    }

    static Pattern compile(String pattern) {
        return Pattern.compile(filled(pattern, WORDS), Pattern.CASE_INSENSITIVE);
    }

    private static TracePattern read(String line) {
        String[] parts = line.split(" ", 4);
        return new TracePattern(
                Trace.Kind.valueOf(parts[0]),
                Certainty.valueOf(parts[1].toUpperCase()),
                parts[2].equals("digits"),
                compile(parts[3]));
    }

    /** Each may be made of those before it. */
    private static Map<String, String> words() {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("double", String.join("|", PersonName.DOUBLE_SURNAMES));
        lines("words.txt")
                .map(line -> line.split(" = ", 2))
                .forEach(word -> words.put(word[0], filled(word[1], words)));
        return words;
    }

    private static String filled(String pattern, Map<String, String> words) {
        return PART.matcher(pattern)
                .replaceAll(found -> Matcher.quoteReplacement(words.getOrDefault(found.group(1), found.group())));
    }

    private static Stream<String> lines(String file) {
        try {
            return new ClassPathResource("/traces/" + file)
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean fits(String number) {
        int[] digits = number.chars()
                .filter(sign -> sign >= '0' && sign <= '9')
                .map(sign -> sign - '0')
                .toArray();
        int sum = 0;
        for (int i = 0; i < digits.length; i++) {
            int digit = digits[digits.length - 1 - i];
            sum += i % 2 == 0 ? digit : digit * 2 % 10 + digit / 5;
        }
        return sum % 10 == 0;
    }
}
