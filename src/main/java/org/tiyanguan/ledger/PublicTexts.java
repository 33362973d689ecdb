package org.tiyanguan.ledger;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.lang.Contract;
import org.springframework.stereotype.Component;
import org.tiyanguan.privacy.Passage;
import org.tiyanguan.privacy.PersonalTraces;
import org.tiyanguan.privacy.Somebody;
import org.tiyanguan.privacy.Somebody.Known;
import org.tiyanguan.privacy.Trace;

/**
 * What departments and other systems may read of what was written in a case: whatever would tell who reported is
 * replaced. Everything with the reporter's words goes through here, or is the entry's public text.
 */
@Component
public class PublicTexts {

    private final Ledger ledger;
    private final LedgerHistory history;
    private final Reporters reporters;
    private final PersonalTraces traces;

    PublicTexts(Ledger ledger, LedgerHistory history, Reporters reporters, PersonalTraces traces) {
        this.ledger = ledger;
        this.history = history;
        this.reporters = reporters;
        this.traces = traces;
    }

    /** The public version that an entry starts with. */
    public Wording of(Report report, @Nullable String officer) {
        Somebody writer = reporters.somebody(report, officer);
        return Wording.of(report).with(text -> traces.masked(writer, text));
    }

    /**
     * What the centre wrote for departments: it may leave in what only seems to name somebody, but not who is on
     * record.
     */
    public Wording edited(String number, Wording typed) {
        Somebody writer = reporters.somebody(number);
        return typed.with(text -> traces.without(writer, text.strip()));
    }

    /** What the reporter wrote, by field, for the centre: with all that tells who it was, or may. */
    public Map<String, List<Passage>> passages(Entry entry) {
        Somebody writer = reporters.somebody(entry.number());
        Map<String, List<Passage>> passages = new LinkedHashMap<>();
        entry.original().byField().forEach((field, text) -> passages.put(field, traces.passages(writer, text)));
        return passages;
    }

    /** Returns what of an officer's words tells who they are, or may. */
    public Map<String, List<Passage>> telling(String officer, Map<String, String> typed) {
        Somebody writer = reporters.officer(officer);
        Map<String, List<Passage>> telling = new LinkedHashMap<>();
        typed.forEach((field, text) -> {
            List<Passage> passages = traces.passages(writer, text);
            if (passages.stream().anyMatch(one -> one.label() != null)) telling.put(field, passages);
        });
        return telling;
    }

    @Contract("_, !null -> !null")
    public @Nullable String of(String number, @Nullable String text) {
        return in(number).text(text);
    }

    /** Cleans several texts of one case, for which the reporter is looked up once. */
    public Mask in(String number) {
        Somebody writer = reporters.somebody(number);
        Wording original = ledger.entry(number).original();
        Stream<String> said = Stream.concat(
                original.byField().values().stream(),
                history.of(number).stream()
                        .filter(LedgerHistory.Event::isOfficers)
                        .map(LedgerHistory.Event::text));
        return new Mask(
                traces,
                writer.and(said.flatMap(text -> traces.in(writer, text).stream()
                        .filter(Trace::sure)
                        .map(trace -> new Known(trace.kind(), text.substring(trace.from(), trace.to()))))));
    }

    /**
     * Of what others wrote in the case it takes what the reporter is known by; of the reporter's own texts all that is
     * sure.
     */
    public record Mask(PersonalTraces traces, Somebody writer) {

        /** Returns null for null. */
        @Contract("!null -> !null")
        public @Nullable String text(@Nullable String text) {
            return text == null ? null : traces.without(writer, text);
        }

        public LedgerHistory.Event event(LedgerHistory.Event event) {
            return event.with(event.isOfficers() ? traces.masked(writer, event.text()) : text(event.text()));
        }

        public Part part(Part part) {
            return part.with(this::text);
        }

        public Map<String, String> facts(Map<String, String> facts) {
            Map<String, String> masked = new LinkedHashMap<>(facts);
            masked.replaceAll((key, value) -> text(value));
            return masked;
        }
    }
}
