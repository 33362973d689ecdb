package org.tiyanguan.officer.register;

import static org.assertj.core.api.Assertions.assertThat;

import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tiyanguan.AtTime;
import org.tiyanguan.Browser;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.StatementCounts;
import org.tiyanguan.StatementCounts.Counts;
import org.tiyanguan.officer.OfficerCategory;
import org.tiyanguan.review.Reviewing;

/**
 * What the register costs the database does not grow with the officers in it, but for one statement each: the engine
 * looks for the newest table before it says what somebody's deeds are worth.
 */
@IntegrationTest
@AtTime("2026-03-16T10:00:00")
class RegisterCostTest {

    private static final int MORE = 15;

    @LocalServerPort
    int port;

    @Autowired
    Reviewing reviewing;

    @Autowired
    DataSource database;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void nobody_has_a_term_any_more() {
        jdbc.sql("delete from officer_term").update();
        jdbc.sql("delete from officer").update();
    }

    @Test
    void each_officer_more_costs_one_statement() throws Exception {
        Browser center = Browser.of(port, "center");
        try (StatementCounts counts = new StatementCounts(database)) {
            appoint(2);
            read(center);
            long few = counts.of(() -> read(center)).statements();
            appoint(MORE);
            read(center);
            Counts many = counts.of(() -> read(center));
            assertThat(many.statements()).as("%s", many.byKind()).isEqualTo(few + MORE);
        }
    }

    private void appoint(int officers) {
        for (int i = 0; i < officers; i++) reviewing.officer(OfficerCategory.PUBLIC, "2025-03-01", "2036-12-31");
    }

    private static void read(Browser center) {
        assertThat(center.get("/officers").body()).contains("考核");
    }
}
