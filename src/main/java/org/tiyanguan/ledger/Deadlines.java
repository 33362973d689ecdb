package org.tiyanguan.ledger;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.Date;
import org.springframework.stereotype.Component;
import org.tiyanguan.calendar.WorkCalendar;
import org.tiyanguan.core.Moments;
import org.tiyanguan.core.Texts;

/** When things are due, in working days that end at the close of business, as dates for the engine's timers. */
@Component
public class Deadlines {

    /** DOMAIN.md, process 4: yellow card after 1 working day, red card after 3. */
    private static final int YELLOW_CARD_DAYS = 1;

    private static final int RED_CARD_DAYS = 3;

    /** The years that the calendar can have. */
    private static final int FIRST_YEAR = 2000;

    private static final int LAST_YEAR = 2099;

    private final WorkCalendar calendar;
    private final Clock clock;
    private final RectificationSettings settings;
    private final Texts words;

    Deadlines(WorkCalendar calendar, Clock clock, RectificationSettings settings, Texts words) {
        this.calendar = calendar;
        this.clock = clock;
        this.settings = settings;
        this.words = words;
    }

    public Date centerDue() {
        return inDays(settings.centerDays());
    }

    public Date leaderDue() {
        return inDays(settings.leaderDays());
    }

    public Date confirmBy() {
        return inDays(settings.confirmDays());
    }

    /** The last day on which whoever reported may say that what was mended came back. */
    public LocalDate reopenUntil(Entry closed) {
        return closed.endedAt().toLocalDate().plusDays(settings.reopenDays());
    }

    public boolean isOver(LocalDate day) {
        return now().toLocalDate().isAfter(day);
    }

    public Date remindAt(Part part) {
        return date(calendar.reminder(part.deadline(), part.remindDays()));
    }

    public Date yellowCardAt(Part part) {
        return date(calendar.deadline(part.deadline(), YELLOW_CARD_DAYS));
    }

    public Date redCardAt(Part part) {
        return date(calendar.deadline(part.deadline(), RED_CARD_DAYS));
    }

    public LocalDateTime endOf(LocalDate day) {
        return calendar.endOfBusiness(day);
    }

    /** The day that a form gave; refused at the field unless it is a working day that has not ended yet. */
    public LocalDate day(String field, String text) {
        LocalDate day = parse(field, text);
        if (!endOf(day).isAfter(now())) throw words.refusal(field, "day.past");
        if (!calendar.isWorkday(day)) throw words.refusal(field, "day.off", day);
        return day;
    }

    /** Checks the day like {@link #day}; it must also lie after the part's deadline. */
    public LocalDate later(String field, String text, Part part) {
        LocalDate day = day(field, text);
        if (!endOf(day).isAfter(part.deadline()))
            throw words.refusal(field, "day.earlier", words.time(part.deadline()));
        return day;
    }

    /** Working days by which the deadline has been missed by now; 0 while it has not. */
    public int daysOverdue(LocalDateTime deadline) {
        return Math.max(0, calendar.workdaysBetween(deadline.toLocalDate(), now().toLocalDate()));
    }

    /** The earliest time whose passing makes a deadline overdue by that many working days and no more. */
    public LocalDateTime overdueSince(int days) {
        return calendar.minusWorkdays(now().toLocalDate().plusDays(1), days + 1).atStartOfDay();
    }

    public Date date(LocalDateTime time) {
        return Moments.date(time, clock);
    }

    private LocalDate parse(String field, String text) {
        try {
            LocalDate day = LocalDate.parse(text);
            if (day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR) return day;
        } catch (DateTimeParseException e) {
            // No date at all: refused as one that no calendar has.
        }
        throw words.refusal(field, "day");
    }

    private Date inDays(int days) {
        return date(calendar.deadline(now(), days));
    }

    private LocalDateTime now() {
        return LocalDateTime.now(clock);
    }
}
