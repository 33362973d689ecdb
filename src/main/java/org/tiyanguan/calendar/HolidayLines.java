package org.tiyanguan.calendar;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the lines of one CSV file and gathers all that is wrong with them, so that one upload shows every mistake. */
final class HolidayLines {

    /** Characters, as the table has them. */
    private static final int MAX_NAME = 40;

    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2099;

    /** Excel makes 2026/10/1 of 2026-10-01 when it saves a file. */
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuu-M-d").withResolverStyle(ResolverStyle.STRICT);

    private final List<CalendarDay> days = new ArrayList<>();
    private final Map<LocalDate, Long> seen = new HashMap<>();
    private final List<BadHolidayCsv.Fault> faults = new ArrayList<>();

    /** Takes one line in; {@code number} counts from 1, the header included. */
    void read(long number, List<String> cells) {
        // Excel leaves lines of commas where rows were emptied.
        if (cells.stream().allMatch(String::isBlank)) return;
        if (cells.size() != HolidayCsv.HEADER.size()) {
            fault("columns", number, cells.size());
            return;
        }
        Optional<LocalDate> date = date(number, cells.get(0).strip());
        Optional<DayKind> kind = kind(number, cells.get(1).strip());
        Optional<String> name = name(number, cells.get(2).strip());
        if (date.isEmpty()) return;
        Long earlier = seen.putIfAbsent(date.get(), number);
        if (earlier != null) fault("duplicate", number, date.get(), earlier);
        if (kind.isEmpty()) return;
        if (kind.get() == DayKind.WORKDAY && !CalendarDays.isWeekend(date.get())) {
            fault("weekday", number, date.get());
        }
        name.ifPresent(text -> days.add(new CalendarDay(date.get(), kind.get(), text)));
    }

    /**
     * The days of all lines.
     *
     * @throws BadHolidayCsv when any line was wrong, or there was none
     */
    List<CalendarDay> days() throws BadHolidayCsv {
        if (!faults.isEmpty()) throw new BadHolidayCsv(faults);
        if (days.isEmpty()) throw new BadHolidayCsv("no-days");
        return days;
    }

    private Optional<LocalDate> date(long number, String text) {
        try {
            LocalDate date = LocalDate.parse(text.replace('/', '-'), DATE);
            if (date.getYear() >= FIRST_YEAR && date.getYear() <= LAST_YEAR) return Optional.of(date);
            fault("year", number, text, FIRST_YEAR, LAST_YEAR);
        } catch (DateTimeException e) {
            fault("date", number, text);
        }
        return Optional.empty();
    }

    private Optional<DayKind> kind(long number, String text) {
        Optional<DayKind> kind = DayKind.of(text);
        if (kind.isEmpty()) fault("kind", number, text);
        return kind;
    }

    private Optional<String> name(long number, String text) {
        if (text.isEmpty()) {
            fault("name", number);
        } else if (text.length() > MAX_NAME || text.chars().anyMatch(Character::isISOControl)) {
            fault("name-text", number, MAX_NAME);
        } else {
            return Optional.of(text);
        }
        return Optional.empty();
    }

    private void fault(String what, Object... details) {
        faults.add(new BadHolidayCsv.Fault(what, List.of(details)));
    }
}
