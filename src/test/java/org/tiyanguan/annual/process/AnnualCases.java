package org.tiyanguan.annual.process;

import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tiyanguan.annual.Summing;
import org.tiyanguan.annual.YearLedger;

/** What the tests of {@code annual-summary.bpmn} begin with, and ask: one department did well and another did not. */
abstract class AnnualCases {

    static final String NUMBER = Summing.NUMBER;

    @Autowired
    Summing summing;

    @Autowired
    YearLedger ledger;

    @Autowired
    JdbcClient jdbc;

    private long before;

    @BeforeEach
    void a_year_with_entries() {
        summing.afresh();
        ledger.empty();
        ledger.entries("gongan", 12, 5);
        for (int i = 0; i < 6; i++) {
            ledger.entry("shebao", 2, false, "YELLOW");
            ledger.entry("shebao", 3, true, null);
        }
    }

    @BeforeEach
    void notices_of_other_tests_do_not_count() {
        before = jdbc.sql("select coalesce(max(id), 0) from notice")
                .query(Long.class)
                .single();
    }

    int told(String user, String template) {
        return jdbc.sql(
                        "select count(*) from notice where recipient = ? and template = ? and number = 'NZ-2026' and id > ?")
                .param(user)
                .param(template)
                .param(before)
                .query(Integer.class)
                .single();
    }
}
