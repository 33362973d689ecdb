package org.tiyanguan.calendar;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseBuilder;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseType;

/** A calendar with the packaged holidays on a database of its own, without the rest of the program. */
public final class CalendarFixture {

    private CalendarFixture() {}

    static CalendarDays packagedDays() {
        DataSource database = new EmbeddedDatabaseBuilder()
                .generateUniqueName(true)
                .setType(EmbeddedDatabaseType.H2)
                .build();
        Flyway.configure()
                .dataSource(database)
                .javaMigrations(new V2__Packaged_holidays())
                .load()
                .migrate();
        return new CalendarDays(JdbcClient.create(database));
    }

    /** At noon of the day. */
    public static WorkCalendar packagedCalendar(LocalDate today) {
        return calendar(packagedDays(), today);
    }

    static WorkCalendar calendar(CalendarDays days, LocalDate today) {
        return new WorkCalendar(days, new CalendarSettings(LocalTime.of(9, 0), LocalTime.of(17, 30)), noonOf(today));
    }

    public static Clock noonOf(LocalDate day) {
        ZoneId shanghai = ZoneId.of("Asia/Shanghai");
        return Clock.fixed(day.atTime(12, 0).atZone(shanghai).toInstant(), shanghai);
    }

    static LocalDate day(String date) {
        return LocalDate.parse(date);
    }
}
