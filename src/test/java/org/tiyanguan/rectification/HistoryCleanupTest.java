package org.tiyanguan.rectification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tiyanguan.Acting;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.engine.CaseMessages;

/** What the engine remembers of a case, and for how long after its end. */
@IntegrationTest
class HistoryCleanupTest {

    @Autowired
    CaseMessages cases;

    @Autowired
    RuntimeService runtime;

    @Autowired
    HistoryService history;

    @Autowired
    ManagementService management;

    @Autowired
    Acting acting;

    @AfterEach
    void resetClock() {
        ClockUtil.reset();
    }

    @Test
    void a_case_is_remembered_while_it_runs_and_for_four_hundred_days_after_its_end() {
        Loop.now("2026-03-02T10:00:00");
        String ended = report();
        String running = report();
        runtime.deleteProcessInstance(instance(ended), "done");

        Loop.now("2027-04-05T02:00:00");
        cleanUp();
        assertThat(remembered(ended)).isTrue();

        Loop.now("2027-04-07T02:00:00");
        cleanUp();
        assertThat(remembered(ended)).isFalse();
        assertThat(remembered(running)).isTrue();
    }

    private String report() {
        return acting.as("center", () -> cases.start(LoopDiagram.KEY, Loop.problem()));
    }

    private String instance(String number) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(number, LoopDiagram.KEY)
                .singleResult()
                .getId();
    }

    private boolean remembered(String number) {
        return history.createHistoricProcessInstanceQuery()
                        .processInstanceBusinessKey(number)
                        .count()
                > 0;
    }

    private void cleanUp() {
        List.of(history.cleanUpHistoryAsync(true)).forEach(job -> management.executeJob(job.getId()));
    }
}
