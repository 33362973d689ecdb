package org.tiyanguan.core;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Numbers per year without a double and without a gap, such as {@code SQ-2026-000123}. */
@Component
public class CaseNumbers {

    private final JdbcClient jdbc;
    private final Clock clock;

    CaseNumbers(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * The counter stays locked until the transaction ends; if that fails, so does its number.
     *
     * @param prefix of a row of {@code number_counter}
     * @param digits how many at least
     */
    public String next(String prefix, int digits) {
        int year = LocalDate.now(clock).getYear();
        jdbc.sql(
                        "update number_counter set last_number = last_number + 1 where prefix = :prefix and counter_year = :year")
                .param("prefix", prefix)
                .param("year", year)
                .update();
        int last = jdbc.sql("select last_number from number_counter where prefix = :prefix and counter_year = :year")
                .param("prefix", prefix)
                .param("year", year)
                .query(Integer.class)
                .single();
        return ("%s-%d-%0" + digits + "d").formatted(prefix, year, last);
    }
}
