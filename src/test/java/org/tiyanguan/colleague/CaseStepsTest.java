package org.tiyanguan.colleague;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tiyanguan.AtTime;
import org.tiyanguan.Browser;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.colleague.CaseSteps.Step;
import org.tiyanguan.event.Eventing;
import org.tiyanguan.officer.OfficerCategory;
import org.tiyanguan.review.Cause;
import org.tiyanguan.review.Reviewing;

/** What colleagues do about the tasks of an event or a review stays readable for good. */
@IntegrationTest
@AtTime("2026-03-16T10:00:00")
class CaseStepsTest {

    @LocalServerPort
    int port;

    @Autowired
    CaseSteps history;

    @Autowired
    Eventing eventing;

    @Autowired
    Reviewing reviewing;

    @Autowired
    JdbcClient jdbc;

    @Test
    void who_hands_the_planning_of_an_event_over() {
        String number = eventing.registered("TRAINING");
        handOver(eventing.task("center", number, "center-plan-event"));
        assertThat(history.of(number)).extracting(Step::act).containsExactly("REGISTER", "HAND_OVER");
        assertThat(history.of(number).get(1).text()).startsWith("安排会议培训 → ").endsWith("：请你安排");
        assertThat(Browser.of(port, "leader").get("/events/" + number).body()).contains("内部转办", "：请你安排");
    }

    @Test
    void who_hands_a_review_over() {
        String account = reviewing.officer(OfficerCategory.PUBLIC, "2025-03-01", "2026-12-31");
        String number = reviewing.opened(account, Cause.BREACH);
        reviewing.reports(account, number);
        handOver(reviewing.task(number, "center-review"));
        assertThat(history.of(number)).extracting(Step::act).containsExactly("OPEN", "REPORT", "HAND_OVER");
        assertThat(Browser.of(port, "leader").get("/reviews/" + number).body()).contains("内部转办", "：请你安排");
    }

    @ParameterizedTest
    @ValueSource(strings = {"update case_history set text = 'x'", "delete from case_history"})
    void nobody_changes_what_happened(String change) {
        eventing.registered("TRAINING");
        assertThatThrownBy(() -> jdbc.sql(change).update()).hasStackTraceContaining("append-only");
    }

    private void handOver(Task task) {
        String said = "{\"colleague\":\"center2\",\"note\":\"请你安排\"}";
        assertThat(Browser.of(port, "center")
                        .postAsTasklist("/camunda/api/colleagues/" + task.getId() + "/hand-over", said)
                        .statusCode())
                .isEqualTo(200);
    }
}
