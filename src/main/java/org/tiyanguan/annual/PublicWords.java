package org.tiyanguan.annual;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tiyanguan.core.Texts;
import org.tiyanguan.officer.Officer;
import org.tiyanguan.officer.Officers;
import org.tiyanguan.officer.Terms;
import org.tiyanguan.privacy.PersonalTraces;
import org.tiyanguan.privacy.Somebody;
import org.tiyanguan.privacy.Somebody.Known;
import org.tiyanguan.privacy.Trace;
import org.tiyanguan.security.People;
import org.tiyanguan.security.Roles;

/** What the public may read: neither a trace of a person, nor the name of anybody who was an officer in the year. */
@Component
public class PublicWords {

    private static final int AROUND = 6;

    private final PersonalTraces traces;
    private final Officers officers;
    private final Terms terms;
    private final People people;
    private final Texts labels;
    private final AnnualTexts texts;

    PublicWords(PersonalTraces traces, Officers officers, Terms terms, People people, Texts labels, AnnualTexts texts) {
        this.traces = traces;
        this.officers = officers;
        this.terms = terms;
        this.people = people;
        this.labels = labels;
        this.texts = texts;
    }

    /** @throws org.tiyanguan.core.Refusal at the field, which says where the first trace is and what it looks like */
    public void check(int year, @Nullable String field, String text) {
        sure(year, text).findFirst().ifPresent(trace -> {
            String before = text.substring(0, trace.from());
            long paragraph = before.chars().filter(sign -> sign == '\n').count() + 1;
            int from = Math.max(before.lastIndexOf('\n') + 1, trace.from() - AROUND);
            throw texts.refusal(
                    field, "trace", paragraph, text.substring(from, trace.to()), labels.label("trace", trace.kind()));
        });
    }

    /** With neutral words for all that tells of somebody; for texts that nobody here wrote. */
    public String masked(int year, String text) {
        return Objects.requireNonNull(traces.masked(officersOf(year), text), "of a text");
    }

    private Stream<Trace> sure(int year, String text) {
        return traces.in(officersOf(year), text).stream().filter(Trace::sure);
    }

    /** Whoever served on a day of the year, and whoever is an officer now. */
    private Somebody officersOf(int year) {
        LocalDate first = LocalDate.of(year, 1, 1);
        LocalDate last = LocalDate.of(year, 12, 31);
        Set<String> accounts = new TreeSet<>(people.membersOf(Roles.OFFICER));
        terms.chains().forEach((account, chain) -> {
            if (chain.stream()
                    .anyMatch(term ->
                            !term.termFrom().isAfter(last) && !term.lastDay().isBefore(first))) accounts.add(account);
        });
        return new Somebody(List.of()).and(accounts.stream().flatMap(this::known));
    }

    private Stream<Known> known(String account) {
        return Stream.of(
                new Known(Trace.Kind.NAME, people.nameOf(account)),
                new Known(Trace.Kind.ACCOUNT, account),
                new Known(
                        Trace.Kind.PHONE,
                        officers.withAccount(account).map(Officer::phone).orElse(null)));
    }
}
