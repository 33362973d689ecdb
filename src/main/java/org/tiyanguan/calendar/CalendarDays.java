package org.tiyanguan.calendar;

import static java.util.stream.Collectors.toMap;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The days that do not follow the week. Nothing is cached: a change on one node holds on every other one from the
 * commit on, and a year has about forty rows.
 */
@Repository
class CalendarDays {

    private final JdbcClient jdbc;

    CalendarDays(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Tells working days from days off, for one computation: reads each year that it is asked about once. */
    Predicate<LocalDate> workdays() {
        Map<Integer, Map<LocalDate, DayKind>> years = new HashMap<>();
        return day -> {
            DayKind kind = years.computeIfAbsent(day.getYear(), this::kindsOf).get(day);
            return kind == null ? !isWeekend(day) : kind == DayKind.WORKDAY;
        };
    }

    List<CalendarDay> of(Year year) {
        return jdbc.sql("select calendar_date, kind, name from calendar_day"
                        + " where calendar_date between :first and :last order by calendar_date")
                .param("first", year.atDay(1))
                .param("last", year.atMonth(Month.DECEMBER).atEndOfMonth())
                .query(CalendarDays::day)
                .list();
    }

    List<CalendarDay> all() {
        return jdbc.sql("select calendar_date, kind, name from calendar_day order by calendar_date")
                .query(CalendarDays::day)
                .list();
    }

    /** The years that have days, newest first. */
    List<Year> years() {
        return jdbc
                .sql("select distinct extract(year from calendar_date) as listed from calendar_day"
                        + " order by listed desc")
                .query(Integer.class)
                .list()
                .stream()
                .map(Year::of)
                .toList();
    }

    /**
     * Whether the year's list is there. Single days do not prove it, since a list may name the last days of the year
     * before; but each list says that National Day is off.
     */
    boolean hasListOf(Year year) {
        return jdbc.sql("select count(*) from calendar_day where calendar_date = :day and kind = 'holiday'")
                        .param("day", year.atMonth(Month.OCTOBER).atDay(1))
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Writes the days, over what was there for the same dates; other dates stay. All or nothing. */
    @Transactional
    void put(Collection<CalendarDay> days) {
        for (CalendarDay day : days) {
            remove(day.date());
            jdbc.sql("insert into calendar_day (calendar_date, kind, name) values (:date, :kind, :name)")
                    .param("date", day.date())
                    .param("kind", day.kind().code())
                    .param("name", day.name())
                    .update();
        }
    }

    /** The date follows the week again. */
    void remove(LocalDate date) {
        jdbc.sql("delete from calendar_day where calendar_date = :date")
                .param("date", date)
                .update();
    }

    static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
    }

    private Map<LocalDate, DayKind> kindsOf(int year) {
        return of(Year.of(year)).stream().collect(toMap(CalendarDay::date, CalendarDay::kind));
    }

    private static CalendarDay day(ResultSet row, int index) throws SQLException {
        return new CalendarDay(
                row.getObject("calendar_date", LocalDate.class),
                DayKind.of(row.getString("kind")).orElseThrow(),
                row.getString("name"));
    }
}
