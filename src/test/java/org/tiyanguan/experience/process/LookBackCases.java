package org.tiyanguan.experience.process;

import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tiyanguan.experience.Assignments;
import org.tiyanguan.experience.Experiencing;
import org.tiyanguan.experience.LookingBack;
import org.tiyanguan.rectification.Reopening;
import org.tiyanguan.security.People;

/** What the tests of looking back on what was mended begin with. */
abstract class LookBackCases {

    static final String CLOSED = "2026-03-02T10:00:00";

    /** A Monday; the Sunday before is the ninetieth day. */
    static final String DUE = "2026-06-01T08:40:00";

    static int last = 5000;

    @LocalServerPort
    int port;

    @Autowired
    LookingBack lookingBack;

    @Autowired
    Assignments assignments;

    @Autowired
    Reopening reopening;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void nothing_else_is_due() {
        jdbc.sql("update ledger_entry set closed_at = timestamp '2020-01-01 10:00:00' where closed_at is not null")
                .update();
        Experiencing.now(CLOSED);
    }

    @AfterEach
    void everybody_is_free_again() {
        lookingBack.over();
        jdbc.sql("update assignment set state = 'ENDED' where state = 'RUNNING'")
                .update();
        jdbc.sql("update look_back set settled_at = decided_at").update();
        jdbc.sql("delete from officer_tie").update();
        ClockUtil.reset();
    }

    String closed(int stars) {
        return lookingBack.closed(++last, CLOSED, stars);
    }
}
