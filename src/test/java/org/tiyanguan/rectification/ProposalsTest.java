package org.tiyanguan.rectification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tiyanguan.Refused.refused;

import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tiyanguan.AtTime;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.OnH2Too;
import org.tiyanguan.ledger.Act;
import org.tiyanguan.ledger.Topic;

/** What the decision tables of the loop propose to the centre, and what it may say instead. */
@IntegrationTest
@OnH2Too
@AtTime("2026-03-02T10:00:00")
class ProposalsTest {

    @Autowired
    Loop loop;

    @Autowired
    LoopVariables variables;

    @Autowired
    Interventions interventions;

    // ---- what it is about

    @Test
    void the_topic_that_a_decision_table_proposes_counts_once_the_centre_has_triaged() {
        String number = loop.report();
        assertThat(proposedTopic(number)).isEqualTo("EFFICIENCY");
        assertThat(loop.entry(number).topic()).isNull();
        loop.accept(number);
        assertThat(loop.entry(number).topic()).isEqualTo(Topic.EFFICIENCY);
        assertThat(variables.of(number)).doesNotContainKey("topic");
    }

    @Test
    void the_centre_says_another_topic_than_proposed() {
        String number = loop.report();
        answerAbout(number, "WINDOW");
        assertThat(loop.entry(number).topic()).isEqualTo(Topic.WINDOW);
    }

    @Test
    void a_topic_that_the_form_does_not_offer_is_refused() {
        String number = loop.report();
        refused(() -> answerAbout(number, "PARKING")).hasMessageContaining("请在列出的选项里选择“问题类型”");
        refused(() -> answerAbout(number, null)).hasMessageContaining("问题类型");
        assertThat(loop.entry(number).topic()).isNull();
    }

    @Test
    void a_reopened_finding_keeps_the_topic_that_the_centre_said() {
        String main = loop.assigned("gongan");
        String merged = loop.report();
        loop.complete(
                "center",
                merged,
                "center-triage",
                Map.of("triage", "MERGE", "mergeInto", main, "triageReason", "与已受理件为同一问题", "topic", "ATTITUDE"));

        interventions.withdraw(main, "登记有误，撤回本件");

        assertThat(proposedTopic(merged)).isEqualTo("ATTITUDE");
        loop.accept(merged);
        assertThat(loop.entry(merged).topic()).isEqualTo(Topic.ATTITUDE);
    }

    // ---- assigning

    @Test
    void the_decision_tables_propose_department_and_days() {
        String number = loop.accepted();
        var task = loop.task(number, "center-assign");
        assertThat(variables.of(task, "department1")).isEqualTo("gongan");
        assertThat(variables.of(task, "department2")).isNull();
        assertThat(variables.of(task, "acceptDays")).isEqualTo(1);
        assertThat(variables.of(task, "rectifyDays")).isEqualTo(5);
        assertThat(variables.of(task, "remindDays")).isEqualTo(1);
    }

    @Test
    void other_days_than_proposed_need_a_reason() {
        String number = loop.accepted();
        refused(() -> loop.complete("center", number, "center-assign", Map.of("rectifyDays", 8)))
                .isNotNull();
        loop.complete("center", number, "center-assign", Map.of("rectifyDays", 8, "deadlineReason", "需要调配人员"));
        assertThat(loop.part(number).deadline()).isEqualTo(LocalDateTime.parse("2026-03-12T17:30:00"));
        assertThat(loop.acts(number)).contains(Act.RESCHEDULE);
    }

    @Test
    void assigning_refuses_repeated_departments_and_a_reminder_before_the_time_begins() {
        String number = loop.accepted();
        refused(() -> loop.assign(number, "gongan", "gongan")).hasMessageContaining("重复");
        refused(() -> loop.complete(
                        "center",
                        number,
                        "center-assign",
                        Map.of("rectifyDays", 2, "remindDays", 3, "deadlineReason", "需要调配人员")))
                .hasMessageContaining("提前提醒");
        assertThat(loop.parts(number)).isEmpty();
    }

    // ---- the centre steps in

    /** What the form starts with. */
    private Object proposedTopic(String number) {
        return variables.of(loop.task(number, "center-triage"), "topic");
    }

    private void answerAbout(String number, String topic) {
        Map<String, Object> form = new HashMap<>(Map.of("triage", "ANSWER", "triageReason", "该事项可在网上办理，无需到场。"));
        form.put("topic", topic);
        loop.complete("center", number, "center-triage", form);
    }
}
