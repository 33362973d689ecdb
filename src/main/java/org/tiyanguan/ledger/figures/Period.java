package org.tiyanguan.ledger.figures;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.stream.Stream;

/** Days on which entries were reported, both ends included. */
record Period(LocalDate from, LocalDate to) {

    private static final int MONTHS_OF_QUARTER = 3;
    private static final int MONTHS_OF_YEAR = 12;

    /** This month until today, and the eleven before it. */
    static Period recent(LocalDate today) {
        return new Period(firstOfRecent(today), today);
    }

    static LocalDate firstOfRecent(LocalDate to) {
        return to.withDayOfMonth(1).minusMonths(MONTHS_OF_YEAR - 1);
    }

    static Period month(LocalDate day) {
        return months(YearMonth.from(day), 1);
    }

    static Period quarter(LocalDate day) {
        int intoQuarter = (day.getMonthValue() - 1) % MONTHS_OF_QUARTER;
        return months(YearMonth.from(day).minusMonths(intoQuarter), MONTHS_OF_QUARTER);
    }

    static Period year(LocalDate day) {
        return months(YearMonth.of(day.getYear(), 1), MONTHS_OF_YEAR);
    }

    Period previous() {
        return moved(-1);
    }

    Period next() {
        return moved(1);
    }

    /** The part of it that is not before that day. */
    Period since(LocalDate day) {
        return new Period(later(from, day), to);
    }

    /** Each month of the period that is not after {@code today}, cut to the period's days. */
    List<Period> months(LocalDate today) {
        YearMonth last = YearMonth.from(to.isBefore(today) ? to : today);
        return Stream.iterate(YearMonth.from(from), month -> !month.isAfter(last), month -> month.plusMonths(1))
                .map(month -> new Period(later(from, month.atDay(1)), earlier(to, month.atEndOfMonth())))
                .toList();
    }

    /** The key of the label, whose arguments are {@link #labels()}. */
    public String kind() {
        if (equals(month(from))) return "MONTH";
        if (equals(quarter(from))) return "QUARTER";
        return equals(year(from)) ? "YEAR" : "DAYS";
    }

    public Object[] labels() {
        String year = String.valueOf(from.getYear());
        return switch (kind()) {
            case "MONTH" -> new Object[] {year, String.valueOf(from.getMonthValue())};
            case "QUARTER" -> new Object[] {year, String.valueOf(from.get(IsoFields.QUARTER_OF_YEAR))};
            case "YEAR" -> new Object[] {year};
            default -> new Object[] {from.toString(), to.toString()};
        };
    }

    /**
     * As many months on or back if it begins with a month and ends with one, or in a later one; otherwise as many days.
     */
    private Period moved(int times) {
        YearMonth first = YearMonth.from(from);
        YearMonth last = YearMonth.from(to);
        if (from.equals(first.atDay(1)) && (last.isAfter(first) || to.equals(last.atEndOfMonth()))) {
            int months = (int) first.until(last, ChronoUnit.MONTHS) + 1;
            return months(first.plusMonths((long) months * times), months);
        }
        long days = from.until(to, ChronoUnit.DAYS) + 1;
        return new Period(from.plusDays(days * times), to.plusDays(days * times));
    }

    private static Period months(YearMonth first, int count) {
        return new Period(first.atDay(1), first.plusMonths(count - 1).atEndOfMonth());
    }

    private static LocalDate later(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }

    private static LocalDate earlier(LocalDate a, LocalDate b) {
        return a.isBefore(b) ? a : b;
    }
}
