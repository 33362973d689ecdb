package org.tiyanguan.experience.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.spin.plugin.variable.SpinValues;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.ModelCoverage;
import org.tiyanguan.experience.Assignment;
import org.tiyanguan.experience.Assignments;
import org.tiyanguan.experience.ExperienceRecord;
import org.tiyanguan.experience.Experiencing;
import org.tiyanguan.experience.Records;
import org.tiyanguan.experience.Visit;
import org.tiyanguan.experience.Visits;
import org.tiyanguan.officer.Terms;

/** Each path, gateway, timer, message and refusal of {@code experience.bpmn}. */
@IntegrationTest
class ExperienceProcessTest {

    @Autowired
    Experiencing experiencing;

    @Autowired
    Assignments assignments;

    @Autowired
    Visits visits;

    @Autowired
    Records records;

    @Autowired
    Terms terms;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void monday_morning() {
        Experiencing.now("2026-03-02T10:00:00");
    }

    @AfterEach
    void everybody_is_free_again() {
        experiencing.everybodyIsFreeAgain();
        ClockUtil.reset();
    }

    @AfterAll
    static void every_node_of_the_diagram_was_visited(@Autowired ProcessEngine engine) {
        ModelCoverage.assertAllNodesVisited(
                engine, "experience", AssignedOfficersTest.NODES, LookBackTest.NODES, LookBackOfficersTest.NODES);
    }

    // ---- the way through

    @Test
    void an_assignment_is_planned_accepted_and_its_findings_start_rectifications() {
        String number = experiencing.registered();
        assertThat(number).matches("RW-2026-\\d{4}");
        assertThat(state(number)).isEqualTo(Assignment.State.PLAN);
        experiencing.complete("center", number, "center-plan-assignment", experiencing.plan("officer", "officer2"));
        assertThat(state(number)).isEqualTo(Assignment.State.RUNNING);
        assertThat(experiencing.openTasks(number)).containsExactly("officer-reply", "officer-reply");
        assertThat(experiencing.told("officer", "assignment-invited", number)).isOne();
        assertThat(experiencing.told("officer2", "assignment-invited", number)).isOne();

        experiencing.reply("officer", number, "YES", null);
        assertThat(experiencing.visit("officer", number).state()).isEqualTo(Visit.State.ACCEPTED);
        experiencing.send("officer", number, 2);
        assertThat(experiencing.visit("officer", number).state()).isEqualTo(Visit.State.SENT);
        ExperienceRecord record =
                records.ofVisit(experiencing.visit("officer", number).id()).orElseThrow();
        assertThat(record.isSent()).isTrue();
        assertThat(record.content()).isNull();
        assertThat(records.ratings(record.number()))
                .extracting(Records.Rating::score)
                .containsExactly(null, 1, 2, 3, 4);
        assertThat(records.ratings(record.number()).get(1)).isEqualTo(new Records.Rating(1, "填写申请表是否方便", 1, "字太小"));
        List<String> ledger = records.ledgerNumbers(record.number());
        assertThat(ledger).hasSize(2).allMatch(entry -> entry.matches("TYG-2026-\\d{6}"));
        assertThat(jdbc.sql("select title from ledger_entry where number in (:n) order by number")
                        .param("n", ledger)
                        .query(String.class)
                        .list())
                .containsExactly("第1处：户籍窗口排队过久", "第2处：户籍窗口排队过久");
        assertThat(jdbc.sql("select user_id from reporter where number in (:n)")
                        .param("n", ledger)
                        .query(String.class)
                        .list())
                .containsOnly("officer");
        assertThat(experiencing.openTasks(ledger.get(0))).containsExactly("center-triage");

        experiencing.reply("officer2", number, "YES", null);
        assertThat(experiencing.ended(number)).isFalse();
        experiencing.send("officer2", number, 0);
        assertThat(experiencing.ended(number)).isTrue();
        assertThat(state(number)).isEqualTo(Assignment.State.ENDED);
        assertThat(experiencing.told("center", "assignment-ended", number)).isOne();
    }

    @Test
    void the_process_carries_numbers_and_decisions_only() {
        String number = experiencing.planned(experiencing.plan("officer"));
        assertThat(experiencing.variables(number)).containsOnlyKeys("assignmentNumber", "plan");
        assertThat(experiencing
                        .visibleTo(experiencing.task("officer", number, "officer-reply"))
                        .get("caseView")
                        .toString())
                .contains("户籍窗口暗访", "暗访", "二楼A区", "市公安局", "2026-03-10")
                .doesNotContain("officer2", "陈桂芳");
    }

    @Test
    void a_plan_may_be_dropped() {
        String number = experiencing.planned(Map.of("plan", "WITHDRAW"));
        assertThat(state(number)).isEqualTo(Assignment.State.WITHDRAWN);
        assertThat(experiencing.ended(number)).isTrue();
    }

    // ---- time

    @Test
    void officers_are_reminded_before_the_last_day_and_the_assignment_lapses_after_it() {
        String number = experiencing.planned(experiencing.plan("officer", "officer2"));
        experiencing.reply("officer", number, "YES", null);
        experiencing.timePassesTo(number, "2026-03-06T08:59:00");
        assertThat(experiencing.told("officer", "assignment-remind", number)).isZero();
        experiencing.timePassesTo(number, "2026-03-06T09:00:00");
        assertThat(experiencing.told("officer", "assignment-remind", number)).isOne();
        assertThat(experiencing.told("officer2", "assignment-remind", number)).isOne();
        experiencing.send("officer", number, 0);
        experiencing.timePassesTo(number, "2026-03-10T23:59:00");
        assertThat(experiencing.ended(number)).isFalse();
        experiencing.timePassesTo(number, "2026-03-11T00:00:00");
        assertThat(visits.of(number)).extracting(Visit::state).containsExactly(Visit.State.SENT, Visit.State.LAPSED);
        assertThat(experiencing.told("officer2", "assignment-lapsed", number)).isOne();
        assertThat(experiencing.told("officer", "assignment-lapsed", number)).isZero();
        assertThat(state(number)).isEqualTo(Assignment.State.ENDED);
    }

    @Test
    void nobody_is_reminded_before_the_first_day() {
        Map<String, Object> oneDay = experiencing.plan("officer");
        oneDay.putAll(Map.of("firstDay", "2026-03-10", "lastDay", "2026-03-10"));
        String number = experiencing.planned(oneDay);
        experiencing.timePassesTo(number, "2026-03-10T08:59:00");
        assertThat(experiencing.told("officer", "assignment-remind", number)).isZero();
        experiencing.timePassesTo(number, "2026-03-10T09:00:00");
        assertThat(experiencing.told("officer", "assignment-remind", number)).isOne();
    }

    // ---- withdrawing and refusing

    @Test
    void the_centre_withdraws_an_assignment_and_what_was_sent_stays() {
        String number = experiencing.planned(experiencing.plan("officer", "officer2"));
        experiencing.reply("officer", number, "YES", null);
        experiencing.send("officer", number, 1);
        assignments.reason(number, "窗口临时搬迁");
        assertThat(experiencing.withdraw(number)).isTrue();
        assertThat(visits.of(number)).extracting(Visit::state).containsExactly(Visit.State.SENT, Visit.State.WITHDRAWN);
        assertThat(experiencing.told("officer2", "assignment-withdrawn", number))
                .isOne();
        assertThat(state(number)).isEqualTo(Assignment.State.WITHDRAWN);
        assertThat(experiencing.withdraw(number)).isFalse();
    }

    @Test
    void a_visit_without_a_record_is_not_done_by_completing_its_task() {
        String number = experiencing.planned(experiencing.plan("officer"));
        experiencing.reply("officer", number, "YES", null);
        assertThatThrownBy(() -> experiencing.complete("officer", number, "officer-experience", Map.of()))
                .hasMessageContaining("还没有体验记录");
        assertThat(experiencing.openTasks(number)).containsExactly("officer-experience");
    }

    @ParameterizedTest
    @CsvSource({"firstDay, 2026-03-01, 早于今天", "lastDay, 2026-03-02, 早于第一天", "checklist, 0, 选"})
    void a_plan_that_makes_no_sense_is_refused(String field, String value, String fault) {
        Map<String, Object> form = experiencing.plan("officer");
        form.put(field, value);
        assertThatThrownBy(() -> experiencing.planned(form)).hasMessageContaining(fault);
    }

    @Test
    void an_assignment_needs_a_place_or_a_service_item_and_an_officer() {
        Map<String, Object> nowhere = experiencing.plan("officer");
        nowhere.remove("place");
        assertThatThrownBy(() -> experiencing.planned(nowhere)).hasMessageContaining("体验地点");
        Map<String, Object> nobody = experiencing.plan();
        nobody.put("officers", SpinValues.jsonValue("[]").create());
        assertThatThrownBy(() -> experiencing.planned(nobody)).hasMessageContaining("至少选一位");
    }

    // ----

    private Assignment.State state(String number) {
        return assignments.assignment(number).state();
    }
}
