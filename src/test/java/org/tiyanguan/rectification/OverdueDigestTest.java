package org.tiyanguan.rectification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.ModelCoverage;
import org.tiyanguan.chase.Morning;
import org.tiyanguan.chase.OverdueDigest;

/** The list of each working morning at nine. */
@IntegrationTest
class OverdueDigestTest {

    @Autowired
    Loop loop;

    @Autowired
    OverdueDigest digest;

    @Autowired
    ManagementService management;

    @Autowired
    RuntimeService runtime;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void nothingIsOpen() {
        jdbc.sql("update rectification_part set state = 'DONE' where state in ('ACCEPT', 'RECTIFY')")
                .update();
        jdbc.sql("update notice set template = 'earlier' where template = 'digest'")
                .update();
    }

    @AfterEach
    void resetClock() {
        ClockUtil.reset();
    }

    @AfterAll
    static void every_node_of_the_diagram_was_visited(@Autowired ProcessEngine engine) {
        ModelCoverage.assertAllNodesVisited(engine, "overdue-digest");
    }

    @Test
    void each_department_gets_its_own_rows_and_the_centre_all_of_them() {
        Loop.now("2026-03-02T10:00:00");
        String ofGongan = loop.assigned("gongan");
        Loop.now("2026-03-04T10:00:00");
        String ofShebao = loop.assigned("shebao");
        nineOClock("2026-03-10");

        assertThat(told("gongan")).hasSize(1);
        assertThat(told("gongan").get(0)).contains(ofGongan, "超期 1 个工作日").doesNotContain(ofShebao);
        assertThat(told("gongan-head")).hasSize(1);
        assertThat(told("shebao").get(0)).contains(ofShebao, "还剩 1 个工作日").doesNotContain(ofGongan);
        assertThat(told("center").get(0)).contains(ofGongan, ofShebao, "市公安局", "市社会保险基金管理局");
        assertThat(told("leader")).isEmpty();
    }

    @Test
    void what_is_due_later_than_in_two_working_days_is_not_listed() {
        Loop.now("2026-03-02T10:00:00");
        loop.assigned("gongan");
        nineOClock("2026-03-04");
        assertThat(told("gongan")).isEmpty();
        assertThat(told("center")).isEmpty();
        nineOClock("2026-03-05");
        assertThat(told("gongan")).hasSize(1);
    }

    @Test
    void what_is_due_by_the_close_of_business_is_due_today() {
        Loop.now("2026-03-02T10:00:00");
        loop.assigned("gongan");
        nineOClock("2026-03-09");
        assertThat(told("gongan").get(0)).contains("今天到期");
    }

    @Test
    void nothing_is_sent_on_a_day_off() {
        Loop.now("2026-03-02T10:00:00");
        loop.assigned("gongan");
        nineOClock("2026-03-14");
        assertThat(told("gongan")).isEmpty();
    }

    @Test
    void a_moved_working_saturday_counts_as_a_working_day() {
        Loop.now("2026-02-09T10:00:00");
        loop.assigned("gongan");
        nineOClock("2026-02-14");
        assertThat(told("gongan")).hasSize(1);
    }

    @Test
    void a_long_list_is_cut_and_says_so() {
        Loop.now("2026-03-02T10:00:00");
        for (int i = 0; i < 22; i++) loop.assigned("gongan");
        Loop.now("2026-03-20T09:00:00");
        digest.send("dept-gongan");
        assertThat(told("gongan").get(0)).contains("另有 2 件");
    }

    @Test
    void it_starts_each_day_at_nine() {
        Job job = startTimer();
        Loop.now("2026-03-02T09:00:00");
        management.executeJob(job.getId());
        Morning.chase(management);
        assertThat(runtime.createProcessInstanceQuery()
                        .processDefinitionKey("overdue-digest")
                        .count())
                .isZero();
        assertThat(startTimer().getDuedate()).hasHourOfDay(9).hasMinute(0);
    }

    private Job startTimer() {
        return management
                .createJobQuery()
                .processDefinitionKey("overdue-digest")
                .timers()
                .singleResult();
    }

    private void nineOClock(String day) {
        Loop.now(day + "T09:00:00");
        Morning.begin(runtime, management);
    }

    private List<String> told(String user) {
        return jdbc.sql("select data from notice where template = 'digest' and recipient = :user")
                .param("user", user)
                .query(String.class)
                .list();
    }
}
