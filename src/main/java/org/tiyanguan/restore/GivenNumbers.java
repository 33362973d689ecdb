package org.tiyanguan.restore;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The numbers of this year that were given last, each kind's. */
@Component
class GivenNumbers {

    /** Of the ledger, whose counter has a table of its own. */
    private static final String LEDGER = "TYG";

    /** @param last how many there are; 0 where none was given */
    record Given(String prefix, int last) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    GivenNumbers(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Only the kinds that were used. */
    List<Given> all() {
        return jdbc.sql("""
                        select :ledger as prefix, last_number as last from ledger_counter where counter_year = :year
                        union all
                        select prefix, last_number as last from number_counter
                        where counter_year = :year and last_number > 0
                        order by 1""")
                .param("ledger", LEDGER)
                .param("year", year())
                .query(Given.class)
                .list();
    }

    /** The next number follows that one; a number that was given is not given again. */
    void continueAfter(String prefix, int last) {
        boolean ledger = prefix.equals(LEDGER);
        jdbc.sql("update " + (ledger ? "ledger_counter" : "number_counter")
                        + " set last_number = :last where counter_year = :year and last_number < :last"
                        + (ledger ? "" : " and prefix = :prefix"))
                .param("last", last)
                .param("year", year())
                .param("prefix", prefix)
                .update();
    }

    private int year() {
        return LocalDate.now(clock).getYear();
    }
}
