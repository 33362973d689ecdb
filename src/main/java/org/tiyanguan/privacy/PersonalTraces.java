package org.tiyanguan.privacy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.lang.Contract;
import org.springframework.stereotype.Component;
import org.tiyanguan.core.Texts;

/**
 * Finds in what somebody wrote that which tells who they are. What is sure is replaced by a neutral word before others
 * read it; what is only likely is pointed out to people, who know better.
 */
@Component
public class PersonalTraces {

    private final Texts words;

    PersonalTraces(Texts words) {
        this.words = words;
    }

    /** In their order, none within another. */
    public List<Trace> in(Somebody writer, @Nullable String text) {
        if (text == null || text.isBlank()) return List.of();
        ReadableText plain = ReadableText.of(text);
        ReadableText inDigits = plain.inDigits();
        return apart(Stream.concat(
                        writer.in(plain), TracePattern.ALL.stream().flatMap(pattern -> pattern.in(plain, inDigits)))
                .toList());
    }

    /**
     * The text with neutral words for all that is sure; null for null. A neutral word is shorter or longer than what it
     * hides, so it can bring together what tells more: the text is looked at until nothing is left.
     */
    @Contract("_, !null -> !null")
    public @Nullable String masked(Somebody writer, @Nullable String text) {
        if (text == null) return null;
        List<Trace> sure = in(writer, text).stream().filter(Trace::sure).toList();
        return sure.isEmpty() ? text : masked(writer, replaced(text, sure));
    }

    /**
     * As {@link #masked}, of what is on record of the writer only: somebody read the text and means the rest to stay.
     */
    public String without(Somebody writer, String text) {
        return replaced(
                text, apart(writer.in(ReadableText.of(text)).filter(Trace::sure).toList()));
    }

    /** All of the text, piece by piece. */
    public List<Passage> passages(Somebody writer, @Nullable String text) {
        if (text == null) return List.of();
        List<Passage> passages = new ArrayList<>();
        int done = 0;
        for (Trace trace : in(writer, text)) {
            if (done < trace.from()) passages.add(new Passage(text.substring(done, trace.from()), null, false));
            passages.add(new Passage(text.substring(trace.from(), trace.to()), label(trace.kind()), trace.sure()));
            done = trace.to();
        }
        if (done < text.length()) passages.add(new Passage(text.substring(done), null, false));
        return passages;
    }

    private String label(Trace.Kind kind) {
        return words.label("trace", kind);
    }

    private String replaced(String text, List<Trace> traces) {
        if (traces.isEmpty()) return text;
        StringBuilder masked = new StringBuilder();
        int done = 0;
        for (Trace trace : traces) {
            masked.append(text, done, trace.from()).append(words.of("trace.hidden", label(trace.kind())));
            done = trace.to();
        }
        return masked.append(text.substring(done)).toString();
    }

    /** What overlaps becomes one; what is likely gives way to what is sure. */
    private static List<Trace> apart(List<Trace> found) {
        List<Trace> sure = joined(found.stream().filter(Trace::sure));
        Stream<Trace> likely = joined(found.stream().filter(trace -> !trace.sure())).stream()
                .filter(trace -> sure.stream().noneMatch(trace::overlaps));
        return Stream.concat(sure.stream(), likely)
                .sorted(Comparator.comparingInt(Trace::from))
                .toList();
    }

    private static List<Trace> joined(Stream<Trace> traces) {
        List<Trace> joined = new ArrayList<>();
        traces.sorted(Comparator.comparingInt(Trace::from)
                        .thenComparing(Comparator.comparingInt(Trace::to).reversed()))
                .forEach(trace -> {
                    int last = joined.size() - 1;
                    if (last >= 0 && joined.get(last).overlaps(trace))
                        joined.set(last, joined.get(last).joined(trace));
                    else joined.add(trace);
                });
        return joined;
    }
}
