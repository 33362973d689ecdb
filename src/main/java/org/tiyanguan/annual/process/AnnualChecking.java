package org.tiyanguan.annual.process;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tiyanguan.annual.AnnualChecks;
import org.tiyanguan.annual.AnnualSettings;
import org.tiyanguan.annual.AnnualTexts;
import org.tiyanguan.annual.Check;
import org.tiyanguan.annual.Check.Outcome;
import org.tiyanguan.annual.Contest;
import org.tiyanguan.annual.Summaries;
import org.tiyanguan.calendar.WorkCalendar;
import org.tiyanguan.colleague.CaseSteps;
import org.tiyanguan.core.Moments;
import org.tiyanguan.engine.ForModels;
import org.tiyanguan.engine.OwnCase;
import org.tiyanguan.ledger.Entry;
import org.tiyanguan.ledger.Ledger;
import org.tiyanguan.ledger.Parts;
import org.tiyanguan.security.Roles;

/** What the diagram calls where each department looks at its figures, and the centre answers what it contests. */
@ForModels
@Component("annualChecking")
@Transactional
public class AnnualChecking {

    private final AnnualChecks checks;
    private final Summaries summaries;
    private final Ledger ledger;
    private final Parts parts;
    private final AnnualNotices notices;
    private final CaseSteps history;
    private final AnnualSettings settings;
    private final WorkCalendar calendar;
    private final AnnualTexts texts;
    private final Clock clock;

    AnnualChecking(
            AnnualChecks checks,
            Summaries summaries,
            Ledger ledger,
            Parts parts,
            AnnualNotices notices,
            CaseSteps history,
            AnnualSettings settings,
            WorkCalendar calendar,
            AnnualTexts texts,
            Clock clock) {
        this.checks = checks;
        this.summaries = summaries;
        this.ledger = ledger;
        this.parts = parts;
        this.notices = notices;
        this.history = history;
        this.settings = settings;
        this.calendar = calendar;
        this.texts = texts;
        this.clock = clock;
    }

    /** One for each department. */
    public List<Long> all(@OwnCase String number) {
        return checks.of(number).stream().map(Check::id).toList();
    }

    /** The group of the department's staff. */
    public String group(@OwnCase(AnnualChecks.class) long check) {
        return Roles.department(checks.check(check).department());
    }

    public Date checkDue() {
        return due(settings.checkDays());
    }

    /** The department agrees, or contests a case of the year in which it has a part. */
    public void settle(
            @OwnCase(AnnualChecks.class) long check,
            String agreement,
            @Nullable String contested,
            @Nullable String reason) {
        Check one = checks.check(check);
        if (!agreement.equals("CONTEST")) {
            checks.settle(check, Outcome.AGREED);
            return;
        }
        String ledgerNumber = entry(one, contested);
        String why = texts.length("contestReason", reason, 5, 1000);
        checks.contest(check, ledgerNumber, why);
        history.add(one.number(), "CONTEST", texts.of("contested", one.name(), ledgerNumber));
        notices.contested(one, ledgerNumber);
    }

    /** Nothing was said in time. */
    public void silence(@OwnCase(AnnualChecks.class) long check) {
        checks.settle(check, Outcome.SILENT);
    }

    public Date contestDue() {
        return due(settings.contestDays());
    }

    /** The centre has put the ledger right, or says why the figures stand. */
    public void answer(@OwnCase(AnnualChecks.class) long check, String answer, String reason) {
        Contest open = checks.open(check).orElseThrow();
        checks.answer(open.id(), Contest.Answer.valueOf(answer), reason.strip());
        history.add(checks.check(check).number(), answer, texts.of("contest-answered", open.ledger(), reason.strip()));
    }

    /** The department hears what became of what it contested last. */
    public void tell(@OwnCase(AnnualChecks.class) long check) {
        List<Contest> all = checks.contests(check);
        Check one = checks.check(check);
        notices.contestAnswered(summaries.summary(one.number()), one, all.get(all.size() - 1));
    }

    private String entry(Check check, @Nullable String contested) {
        String asked = contested == null ? "" : contested.strip();
        int year = summaries.summary(check.number()).summaryYear();
        Optional<Entry> entry = ledger.find(asked)
                .filter(one -> one.reportedAt().getYear() == year)
                .filter(one -> parts.of(one.number()).stream()
                        .anyMatch(part -> part.department().equals(check.department())
                                && part.state().isEffective()));
        if (entry.isEmpty()) throw texts.refusal("contested", "contested", year);
        if (checks.contests(check.id()).stream().anyMatch(one -> one.ledger().equals(asked)))
            throw texts.refusal("contested", "contested-twice");
        return asked;
    }

    private Date due(int workingDays) {
        return Moments.date(calendar.deadline(LocalDateTime.now(clock), workingDays), clock);
    }
}
