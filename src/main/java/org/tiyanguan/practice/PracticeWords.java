package org.tiyanguan.practice;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.tiyanguan.core.Refusal.Fault;
import org.tiyanguan.ledger.Ledger;
import org.tiyanguan.ledger.PublicTexts;
import org.tiyanguan.privacy.PersonalTraces;
import org.tiyanguan.privacy.Somebody;
import org.tiyanguan.privacy.Trace;

/**
 * What everybody will read names nobody: neither who reported the entry, or one merged into it, nor anybody's phone.
 */
@Component
public class PracticeWords {

    private final Ledger ledger;
    private final PublicTexts entries;
    private final PersonalTraces traces;
    private final PracticeTexts texts;

    PracticeWords(Ledger ledger, PublicTexts entries, PersonalTraces traces, PracticeTexts texts) {
        this.ledger = ledger;
        this.entries = entries;
        this.traces = traces;
        this.texts = texts;
    }

    /** What is wrong with the texts, by the fields that they stand in. */
    public List<Fault> faults(String entry, Map<String, String> typed) {
        Somebody people = people(entry);
        List<Fault> faults = new ArrayList<>();
        typed.forEach((field, text) -> traces.in(people, text).stream()
                .filter(Trace::sure)
                .findFirst()
                .ifPresent(trace -> faults.add(
                        new Fault(field, texts.of("refusal.trace", text.substring(trace.from(), trace.to()))))));
        return faults;
    }

    /** The text without what names anybody. */
    public String clean(String entry, String text) {
        return traces.masked(people(entry), text);
    }

    private Somebody people(String entry) {
        Somebody all = Somebody.UNKNOWN;
        for (String number : Stream.concat(Stream.of(entry), ledger.mergedInto(entry).stream())
                .toList()) all = all.and(entries.in(number).writer().known().stream());
        return all;
    }
}
