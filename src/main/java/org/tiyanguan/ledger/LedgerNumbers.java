package org.tiyanguan.ledger;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Ledger numbers, {@code TYG-2026-000123}: per year, without a double and without a gap. The year's counter stays
 * locked until the transaction that took the number ends; if it fails, so does its number.
 */
@Component
class LedgerNumbers {

    private final JdbcClient jdbc;

    LedgerNumbers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    String next(int year) {
        jdbc.sql("update ledger_counter set last_number = last_number + 1 where counter_year = :year")
                .param("year", year)
                .update();
        int last = jdbc.sql("select last_number from ledger_counter where counter_year = :year")
                .param("year", year)
                .query(Integer.class)
                .single();
        return "TYG-%d-%06d".formatted(year, last);
    }
}
