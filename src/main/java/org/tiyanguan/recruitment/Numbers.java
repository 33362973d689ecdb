package org.tiyanguan.recruitment;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Numbers per year without a double and without a gap: {@code ZM-2026-001}, {@code SQ-2026-000123}, {@code PS-2026-0012},
 * {@code YY-2026-0003}. */
@Component
class Numbers {

    private final JdbcClient jdbc;
    private final Clock clock;

    Numbers(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    String nextCall() {
        return next("ZM", "%03d");
    }

    String nextApplication() {
        return next("SQ", "%06d");
    }

    String nextLetter() {
        return next("PS", "%04d");
    }

    String nextObjection() {
        return next("YY", "%04d");
    }

    /** The counter stays locked until the transaction ends; if that fails, so does its number. */
    private String next(String prefix, String digits) {
        int year = LocalDate.now(clock).getYear();
        jdbc.sql("update number_counter set last_number = last_number + 1 where prefix = :prefix and counter_year = :year")
                .param("prefix", prefix)
                .param("year", year)
                .update();
        int last = jdbc.sql("select last_number from number_counter where prefix = :prefix and counter_year = :year")
                .param("prefix", prefix)
                .param("year", year)
                .query(Integer.class)
                .single();
        return "%s-%d-".formatted(prefix, year) + digits.formatted(last);
    }
}
