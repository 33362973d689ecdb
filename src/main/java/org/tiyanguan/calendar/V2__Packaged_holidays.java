package org.tiyanguan.calendar;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

/** Loads the holidays that come with the program: a migration, so that it happens once, however many nodes start. */
@Component
class V2__Packaged_holidays extends BaseJavaMigration {

    private static final ClassPathResource LIST =
            new ClassPathResource("/calendar/cn-public-holidays-2022-2026.csv", V2__Packaged_holidays.class);

    @Override
    public void migrate(Context context) throws IOException, BadHolidayCsv {
        JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(context.getConnection(), true));
        CalendarDays days = new CalendarDays(jdbc);
        if (days.years().isEmpty()) days.put(packaged());
    }

    static List<CalendarDay> packaged() throws IOException, BadHolidayCsv {
        try (InputStream file = LIST.getInputStream()) {
            return HolidayCsv.read(file.readAllBytes());
        }
    }
}
