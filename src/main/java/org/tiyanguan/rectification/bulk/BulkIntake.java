package org.tiyanguan.rectification.bulk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tiyanguan.core.CaseNumbers;
import org.tiyanguan.core.Refusal;
import org.tiyanguan.core.Texts;
import org.tiyanguan.engine.CaseMessages;
import org.tiyanguan.ledger.Deadlines;
import org.tiyanguan.ledger.Viewer;
import org.tiyanguan.ledger.list.LedgerQuery;
import org.tiyanguan.ledger.list.LedgerSearch;
import org.tiyanguan.rectification.bulk.BulkAct.Kind;
import org.tiyanguan.security.CurrentUser;
import org.tiyanguan.security.People;

/** Takes in what the centre wants done to many entries: all of it is checked before anything is written down. */
@Component
@Transactional
class BulkIntake {

    /** Entries in one act. */
    static final int MOST = 2000;

    private final BulkActs acts;
    private final LedgerSearch search;
    private final CaseNumbers numbers;
    private final CaseMessages messages;
    private final Deadlines deadlines;
    private final People people;
    private final CurrentUser user;
    private final Texts words;

    BulkIntake(
            BulkActs acts,
            LedgerSearch search,
            CaseNumbers numbers,
            CaseMessages messages,
            Deadlines deadlines,
            People people,
            CurrentUser user,
            Texts words) {
        this.acts = acts;
        this.search = search;
        this.numbers = numbers;
        this.messages = messages;
        this.deadlines = deadlines;
        this.people = people;
        this.user = user;
        this.words = words;
    }

    /**
     * Writes the act down and starts the process that works it off; returns its number.
     *
     * @throws Refusal that says all that is wrong, each at its field
     */
    String begin(LedgerQuery query, BulkForm form) {
        List<Refusal.Fault> faults = new ArrayList<>();
        Optional<List<String>> entries = check(faults, () -> entries(query, form));
        Optional<Kind> act = check(faults, () -> act(form.act()));
        Optional<String> department =
                act.filter(Kind.TRANSFER::equals).flatMap(it -> check(faults, () -> department(form.toDepartment())));
        Optional<LocalDate> until = act.filter(Kind.EXTEND::equals)
                .flatMap(it -> check(faults, () -> deadlines.day("untilDay", form.untilDay())));
        Optional<String> reason = check(faults, () -> words.length("reason", form.reason(), 5, 500));
        if (!faults.isEmpty()) throw new Refusal(faults);

        String number = numbers.next("PL", 4);
        acts.add(
                number,
                act.orElseThrow(),
                reason.orElseThrow(),
                department.orElse(null),
                until.orElse(null),
                user.id().orElseThrow());
        acts.addEntries(number, entries.orElseThrow());
        messages.startWith(BulkDiagram.Message.BULK_ACT_ASKED, number, Map.of(BulkDiagram.Variable.BULK_ACT, number));
        return number;
    }

    private List<String> entries(LedgerQuery query, BulkForm form) {
        if (BulkForm.ALL.equals(form.which())) return all(query, form.matching());
        if (form.number().isEmpty()) throw words.refusal("which", "bulk.none");
        if (form.number().size() > MOST) throw words.refusal("which", "bulk.most", MOST);
        List<String> known =
                acts.named(form.number()).stream().map(BulkActs.Named::number).toList();
        form.number().stream()
                .filter(number -> !known.contains(number))
                .findFirst()
                .ifPresent(number -> {
                    throw words.refusal("which", "bulk.unknown", number);
                });
        return known;
    }

    /** What happened to the ledger meanwhile must not widen what somebody meant. */
    private List<String> all(LedgerQuery query, @Nullable Integer seen) {
        List<String> all = search.numbers(Viewer.of(user), query, MOST + 1);
        if (all.isEmpty()) throw words.refusal("which", "bulk.nothing");
        if (all.size() > MOST) throw words.refusal("which", "bulk.most", MOST);
        if (seen == null || seen != all.size()) throw words.refusal("which", "bulk.changed", all.size());
        return all;
    }

    private Kind act(@Nullable String name) {
        return Stream.of(Kind.values())
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElseThrow(() -> words.refusal("act", "bulk.act"));
    }

    private String department(@Nullable String code) {
        return Optional.ofNullable(code)
                .flatMap(people::department)
                .map(People.Department::code)
                .orElseThrow(() -> words.refusal("toDepartment", "bulk.department"));
    }

    /** Empty for what is refused. */
    private static <T> Optional<T> check(List<Refusal.Fault> faults, Supplier<T> value) {
        try {
            return Optional.of(value.get());
        } catch (Refusal refusal) {
            faults.addAll(refusal.faults());
            return Optional.empty();
        }
    }
}
