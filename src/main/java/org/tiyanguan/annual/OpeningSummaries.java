package org.tiyanguan.annual;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Map;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tiyanguan.annual.AnnualDiagram.Message;
import org.tiyanguan.annual.AnnualDiagram.Variable;
import org.tiyanguan.calendar.WorkCalendar;
import org.tiyanguan.colleague.CaseSteps;
import org.tiyanguan.engine.CaseMessages;
import org.tiyanguan.security.CurrentUser;

/** Opens a year's summary: on the first working day of December, or when the centre does. */
@Component
@Transactional
public class OpeningSummaries {

    private final Summaries summaries;
    private final CaseSteps history;
    private final CaseMessages cases;
    private final WorkCalendar calendar;
    private final CurrentUser user;
    private final AnnualTexts texts;
    private final Clock clock;

    OpeningSummaries(
            Summaries summaries,
            CaseSteps history,
            CaseMessages cases,
            WorkCalendar calendar,
            CurrentUser user,
            AnnualTexts texts,
            Clock clock) {
        this.summaries = summaries;
        this.history = history;
        this.cases = cases;
        this.calendar = calendar;
        this.user = user;
        this.texts = texts;
        this.clock = clock;
    }

    /** The years that the centre may open by hand: this one and the last, unless they have a summary. */
    @Transactional(readOnly = true)
    public List<Integer> possible() {
        int year = today().getYear();
        return List.of(year, year - 1).stream()
                .filter(one -> summaries.of(one).isEmpty())
                .toList();
    }

    /** Whether it is December, its first working day has come, and nobody has opened the year's summary. */
    @Transactional(readOnly = true)
    public boolean isDue() {
        LocalDate today = today();
        LocalDate first = calendar.plusWorkdays(LocalDate.of(today.getYear(), Month.NOVEMBER, 30), 1);
        return !today.isBefore(first) && summaries.of(today.getYear()).isEmpty();
    }

    /** The year's, by itself. */
    public void byCalendar() {
        if (isDue()) open(today().getYear());
    }

    /** @throws org.tiyanguan.core.Refusal if there is one of that year, or it is not over or under way */
    public String byHand(int year) {
        int now = today().getYear();
        if (year != now && year != now - 1) throw texts.refusal("year", "year", now - 1, now);
        return open(year);
    }

    private String open(int year) {
        if (summaries.of(year).isPresent()) throw texts.refusal("year", "twice", year);
        try {
            summaries.add(year, user.id().orElse("system"));
        } catch (DuplicateKeyException e) {
            // Somebody else was a moment faster.
            throw texts.refusal("year", "twice", year);
        }
        String number = Summaries.numberOf(year);
        history.add(number, "OPEN", null);
        cases.startWith(Message.SUMMARY_OPENED, number, Map.of(Variable.SUMMARY_NUMBER, number));
        return number;
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
