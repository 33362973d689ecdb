package org.tiyanguan.practice;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tiyanguan.colleague.CaseSteps;
import org.tiyanguan.engine.CaseMessages;
import org.tiyanguan.ledger.Reporters;
import org.tiyanguan.practice.PracticeDiagram.Message;
import org.tiyanguan.practice.PracticeDiagram.Variable;
import org.tiyanguan.practice.Practices.Nomination;
import org.tiyanguan.security.CurrentUser;
import org.tiyanguan.security.Roles;

/**
 * Nominates entries as practices, whoever does: the centre, a department's head, the officer who reported, the table.
 */
@Component
@Transactional
public class Nominations {

    private static final int LONGEST_REASON = 500;

    private final Candidates candidates;
    private final Practices practices;
    private final CaseSteps history;
    private final Reporters reporters;
    private final CaseMessages cases;
    private final CurrentUser user;
    private final PracticeTexts texts;

    Nominations(
            Candidates candidates,
            Practices practices,
            CaseSteps history,
            Reporters reporters,
            CaseMessages cases,
            CurrentUser user,
            PracticeTexts texts) {
        this.candidates = candidates;
        this.practices = practices;
        this.history = history;
        this.reporters = reporters;
        this.cases = cases;
        this.user = user;
        this.texts = texts;
    }

    /** As what the current user may nominate the entry; null if not at all. */
    @Transactional(readOnly = true)
    public @Nullable Nominator as(String ledger) {
        if (user.is(Roles.CENTER)) return Nominator.CENTER;
        boolean heads = candidates.departments(ledger).stream()
                .map(Roles::departmentHead)
                .anyMatch(user::is);
        if (heads) return Nominator.HEAD;
        boolean reported = user.id().isPresent() && reporters.account(ledger).equals(user.id());
        return reported && user.is(Roles.OFFICER) && !user.is(Roles.OFFICE_OVER) ? Nominator.OFFICER : null;
    }

    /**
     * As the current user; returns its number.
     *
     * @throws org.tiyanguan.core.Refusal if the entry may not become one, it is not theirs to nominate, or why is
     *     missing
     */
    public String nominate(String ledger, String why) {
        Nominator by = as(ledger);
        if (by == null) throw texts.refusal("entry", "not-yours");
        boolean asked = by != Nominator.CENTER;
        String reason = texts.length("why", why, asked ? 2 : 0, LONGEST_REASON);
        return begin(ledger, new Nomination(by, user.id().orElseThrow(), reason.isEmpty() ? null : reason));
    }

    /** As the decision table says; returns its number. */
    public String byTable(String ledger, String why) {
        return begin(ledger, new Nomination(Nominator.TABLE, null, why));
    }

    private String begin(String ledger, Nomination nomination) {
        Candidate candidate = candidates.candidate(ledger);
        String number;
        try {
            number = practices.add(candidate, nomination);
        } catch (DuplicateKeyException e) {
            // Somebody else was a moment faster.
            throw texts.refusal("entry", "twice-now");
        }
        history.add(number, "NOMINATE", nomination.why());
        cases.startWith(Message.NOMINATED, number, Map.of(Variable.PRACTICE_NUMBER, number));
        return number;
    }
}
