package org.tiyanguan.rectification;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tiyanguan.core.Signs;
import org.tiyanguan.core.Texts;
import org.tiyanguan.ledger.Channel;
import org.tiyanguan.ledger.Deadlines;
import org.tiyanguan.ledger.Entry;
import org.tiyanguan.ledger.EntryState;
import org.tiyanguan.ledger.Ledger;
import org.tiyanguan.ledger.Origin;
import org.tiyanguan.ledger.Outcome;
import org.tiyanguan.ledger.PublicTexts;
import org.tiyanguan.ledger.Relapses;
import org.tiyanguan.ledger.Report;
import org.tiyanguan.ledger.Reporters;
import org.tiyanguan.ledger.Wording;

/**
 * Opens anew what was closed and came back (复发): an entry of its own goes on with the closed one, which stays as it is.
 * Whoever finds it again is the new entry's reporter and reads of the old one what departments may read.
 */
@Component
@Transactional
public class Reopening {

    /** What the form {@code report-finding} takes. */
    private static final int LONGEST_TITLE = 60;

    private static final int LONGEST_DESCRIPTION = 2000;
    private static final int LONGEST_PLACE = 120;

    private final Ledger ledger;
    private final Relapses relapses;
    private final Reporters reporters;
    private final PublicTexts texts;
    private final Findings findings;
    private final FindingRegistration registration;
    private final Deadlines deadlines;
    private final LoopNotices notices;
    private final Clock clock;
    private final Texts words;

    Reopening(
            Ledger ledger,
            Relapses relapses,
            Reporters reporters,
            PublicTexts texts,
            Findings findings,
            FindingRegistration registration,
            Deadlines deadlines,
            LoopNotices notices,
            Clock clock,
            Texts words) {
        this.ledger = ledger;
        this.relapses = relapses;
        this.reporters = reporters;
        this.texts = texts;
        this.findings = findings;
        this.registration = registration;
        this.deadlines = deadlines;
        this.notices = notices;
        this.clock = clock;
        this.words = words;
    }

    /**
     * The centre opens an entry anew.
     *
     * @param finder who found it again: {@code channel} and, as far as known, {@code officer}, {@code reporterName},
     *     {@code reporterPhone} and {@code reporterEmail} of the form {@code report-finding}
     * @return the number of the new entry
     * @throws org.tiyanguan.core.Refusal if the entry cannot be opened anew, or something is wrong with what was typed
     */
    public String byCenter(String number, @Nullable String reason, Map<String, String> finder) {
        String why = reason(reason);
        return open(ledger.lock(number).orElseThrow(), why, finder);
    }

    /**
     * The officer who reported says that it came back, for some time after closing.
     *
     * @return the number of the new entry
     * @throws org.tiyanguan.core.Refusal if it is not the officer's own, too late, or cannot be opened anew
     */
    public String byReporter(String officer, String number, @Nullable String reason) {
        String why = reason(reason);
        Entry entry = ledger.lock(number).orElseThrow();
        if (reporters.account(number).filter(officer::equals).isEmpty()) throw words.refusal(null, "reopen.own");
        checkMended(entry);
        LocalDate until = deadlines.reopenUntil(entry);
        if (deadlines.isOver(until)) throw words.refusal(null, "reopen.late", until);
        return open(entry, why, Map.of("channel", Channel.OFFICER.name(), "officer", officer));
    }

    /** The last day on which the officer who reported may open the entry anew; empty if they may not. */
    @Transactional(readOnly = true)
    public Optional<LocalDate> openUntil(Entry entry) {
        if (!isMended(entry) || relapses.openOf(entry.number()).isPresent()) return Optional.empty();
        return Optional.of(deadlines.reopenUntil(entry)).filter(day -> !deadlines.isOver(day));
    }

    /** Whether it was mended and closed. */
    public static boolean isMended(Entry entry) {
        return entry.state() == EntryState.CLOSED && entry.outcome() == Outcome.RECTIFIED;
    }

    /**
     * Enters a finding as one that goes on with a closed entry, and starts its loop.
     *
     * @param reason why it is opened anew; it may name anybody
     * @return the number of the new entry
     */
    public String report(Report report, Origin origin, String number, String reason) {
        String child = registration.enter(report, origin);
        relapses.link(number, child, texts.of(child, texts.of(number, reason)));
        findings.begin(child);
        notices.relapsed(ledger.entry(number), child);
        return child;
    }

    private String open(Entry entry, String reason, Map<String, String> finder) {
        checkMended(entry);
        relapses.openOf(entry.number()).ifPresent(child -> {
            throw words.refusal(null, "reopen.open", entry.number(), child);
        });
        Map<String, Object> form = new HashMap<>(finder);
        form.values().removeIf(value -> value.toString().isBlank());
        form.put("kind", entry.kind().name());
        form.put("urgency", entry.urgency().name());
        form.put("occurredOn", LocalDate.now(clock).toString());
        form.putAll(again(entry, reason).byField());
        return report(findings.check(form), new Origin(null, null, null, entry.topic()), entry.number(), reason);
    }

    /** The words for departments, headed by what is the matter now: who reported before is not told to who finds it. */
    private Wording again(Entry entry, String reason) {
        Wording before = entry.publicText();
        String description = String.join(
                "\n",
                words.of("relapse.again", texts.of(entry.number(), reason)),
                words.of("relapse.before", before.description()));
        return new Wording(
                Signs.cut(before.title(), LONGEST_TITLE),
                Signs.cut(description, LONGEST_DESCRIPTION),
                Signs.cut(before.place(), LONGEST_PLACE),
                Signs.cut(before.serviceItem(), LONGEST_PLACE));
    }

    private void checkMended(Entry entry) {
        if (isMended(entry)) return;
        if (entry.state() != EntryState.CLOSED) throw words.refusal(null, "reopen.running", entry.number());
        throw switch (Objects.requireNonNull(entry.outcome(), "not closed")) {
            case MERGED -> words.refusal(null, "reopen.merged", entry.number(), entry.mergedInto());
            case WITHDRAWN -> words.refusal(null, "reopen.withdrawn", entry.number());
            default -> words.refusal(null, "reopen.answered", entry.number());
        };
    }

    private String reason(@Nullable String reason) {
        return words.length("reason", reason, 5, 500);
    }
}
