package org.tiyanguan.practice.process;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tiyanguan.colleague.CaseSteps;
import org.tiyanguan.practice.Adoptions;
import org.tiyanguan.practice.Nominations;
import org.tiyanguan.practice.Practice;
import org.tiyanguan.practice.Practice.State;
import org.tiyanguan.practice.PracticeRelapses;
import org.tiyanguan.practice.PracticeVersions;
import org.tiyanguan.practice.Practices;
import org.tiyanguan.practice.Practising;
import org.tiyanguan.rectification.Loop;

/** What the tests of {@code good-practice.bpmn} begin with on a Monday morning, and ask. */
abstract class PracticeCases {

    @Autowired
    Practising practising;

    @Autowired
    Loop loop;

    @Autowired
    Practices practices;

    @Autowired
    PracticeVersions versions;

    @Autowired
    Adoptions adoptions;

    @Autowired
    PracticeRelapses relapses;

    @Autowired
    CaseSteps history;

    @Autowired
    Nominations nominations;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void monday_morning() {
        practising.othersAreWithdrawn();
        Practising.now("2026-03-02T10:00:00");
    }

    @AfterEach
    void resetClock() {
        ClockUtil.reset();
    }

    Practice practice(String number) {
        return practices.practice(number);
    }

    State state(String number) {
        return practice(number).state();
    }

    static Map<String, Object> text(String field, Object value) {
        Map<String, Object> text = new HashMap<>(Practising.text());
        text.put(field, value);
        return text;
    }
}
