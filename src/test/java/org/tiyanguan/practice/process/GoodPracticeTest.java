package org.tiyanguan.practice.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.ModelCoverage;
import org.tiyanguan.colleague.CaseSteps;
import org.tiyanguan.practice.Nominator;
import org.tiyanguan.practice.Practice.Checked;
import org.tiyanguan.practice.Practice.State;

/** The way of a practice through {@code good-practice.bpmn} until everybody may read it, or nobody ever will. */
@IntegrationTest
class GoodPracticeTest extends PracticeCases {

    @AfterAll
    static void every_node_of_the_diagram_was_visited(@Autowired ProcessEngine engine) {
        ModelCoverage.assertAllNodesVisited(
                engine,
                "good-practice",
                PracticeWritingTest.NODES,
                PublicPracticeTest.NODES,
                PracticeRelapseTest.NODES);
    }

    @Test
    void the_centre_writes_the_department_agrees_the_leader_approves_and_everybody_may_read_it() {
        String entry = practising.rectified();
        String number = practising.nominated("center", entry, "");
        assertThat(number).matches("HY-2026-\\d{6}");
        assertThat(practice(number).nominatedBy()).isEqualTo(Nominator.CENTER);
        assertThat(practising.openTasks(number)).containsExactly("center-write-practice");
        assertThat(practising.visibleTo(practising.task("center", number, "center-write-practice")))
                .containsEntry("title", "户籍窗口排队过久")
                .containsEntry("before", "取号后等了两个小时，只开了一个窗口。")
                .containsEntry("done", "已增开两个窗口，平均等候二十分钟。")
                .containsEntry("department", "gongan");

        practising.writes(number);
        assertThat(state(number)).isEqualTo(State.CHECKING);
        assertThat(practising.told("gongan", "practice-check", number)).isOne();
        assertThat(practising.view("gongan", number, "department-check-practice"))
                .contains("高峰时段增开窗口的做法", "市公安局")
                .doesNotContain("周晓明", entry);

        practising.agrees(number);
        assertThat(practice(number).checked()).isEqualTo(Checked.AGREED);
        assertThat(state(number)).isEqualTo(State.APPROVAL);
        assertThat(practising.told("leader", "practice-approve", number)).isOne();

        practising.approves(number);
        assertThat(state(number)).isEqualTo(State.PUBLIC);
        assertThat(practice(number).isPublic()).isTrue();
        assertThat(practice(number).named()).isNull();
        assertThat(practising.told("gongan", "practice-published", number)).isOne();
        assertThat(practising.told("officer", "practice-thanks", number)).isOne();
        assertThat(practising.told("shebao", "practice-adopt", number)).isOne();
        assertThat(history.of(number))
                .extracting(CaseSteps.Step::act)
                .containsExactly("NOMINATE", "WRITE", "AGREE", "APPROVE", "PUBLISH");
    }

    @Test
    void the_process_carries_the_number_and_decisions_only() {
        String number = practising.published();
        assertThat(practising.variables(number)).containsOnlyKeys("practiceNumber", "writing", "approval");
    }

    // ---- who nominates

    @Test
    void what_a_head_nominates_the_centre_takes_up() {
        String number = practising.nominated("gongan-head", practising.rectified(), "等候时间降了一大半");
        assertThat(practice(number).nominatedBy()).isEqualTo(Nominator.HEAD);
        assertThat(state(number)).isEqualTo(State.NOMINATED);
        assertThat(practising.told("center", "practice-nominated", number)).isOne();
        assertThat(practising.view("center", number, "center-nominate-practice"))
                .contains("窗口首席代表", "等候时间降了一大半", "5 星");
        practising.complete("center", number, "center-nominate-practice", Map.of("nomination", "TAKE"));
        assertThat(state(number)).isEqualTo(State.WRITING);
        assertThat(practising.openTasks(number)).containsExactly("center-write-practice");
    }

    @Test
    void an_officer_whose_nomination_is_left_hears_why_and_the_entry_may_be_nominated_again() {
        String entry = practising.rectified();
        String number = practising.nominated("officer", entry, "现在很快就办好了");
        practising.complete(
                "center", number, "center-nominate-practice", Map.of("nomination", "LEAVE", "leaveReason", "做法比较普通"));
        assertThat(state(number)).isEqualTo(State.LEFT);
        assertThat(practising.ended(number)).isTrue();
        assertThat(practising.told("officer", "practice-given-up", number)).isOne();
        assertThat(practising.nominated("gongan-head", entry, "又做了改进")).isNotEqualTo(number);
    }

    @Test
    void nobody_nominates_what_is_not_theirs() {
        String entry = practising.rectified();
        for (String user : List.of("shebao-head", "gongan", "officer2", "leader", "unit"))
            assertThatThrownBy(() -> practising.nominated(user, entry, "很好的做法"))
                    .as(user)
                    .hasMessageContaining("只能提名自己反映的");
        assertThatThrownBy(() -> practising.nominated("officer", entry, " ")).hasMessageContaining("请填写 2 到 500 个字");
    }

    @Test
    void only_what_was_rectified_and_is_closed_is_nominated_and_once() {
        refused("TYG-2026-999999", "台账里没有这一件");
        String running = loop.rectifying();
        refused(running, "没有整改办结");
        loop.finish(running);
        loop.verifyGood(running);
        refused(running, "正在等反映人评价");
        loop.complete(
                "officer", running, "officer-confirm", Map.of("confirmation", "OBJECT", "objection", "昨天去仍然只有一个窗口"));
        refused(running, "有异议");
        practising.sendsBack(running);
        refused(running, "有异议");
        String reworked = loop.verifying();
        practising.sendsBack(reworked);
        refused(reworked, "正在返工");
        String answered = loop.report();
        loop.complete("center", answered, "center-triage", Map.of("triage", "ANSWER", "triageReason", "已有公告，不需要整改"));
        refused(answered, "没有整改办结");
        String entry = practising.rectified();
        String number = practising.nominated("center", entry, "");
        refused(entry, "已经提名，见 " + number);
    }

    private void refused(String entry, String why) {
        assertThatThrownBy(() -> practising.nominated("center", entry, ""))
                .as(entry)
                .hasMessageContaining(why);
    }

    // ---- given up

    @Test
    void the_centre_may_give_it_up() {
        String number = practising.nominated("gongan-head", practising.rectified(), "等候时间降了一大半");
        practising.complete("center", number, "center-nominate-practice", Map.of("nomination", "TAKE"));
        practising.complete(
                "center", number, "center-write-practice", Map.of("writing", "GIVE_UP", "giveUpReason", "材料不够"));
        assertThat(state(number)).isEqualTo(State.DROPPED);
        assertThat(practice(number).endedWhy()).isEqualTo("材料不够");
        assertThat(practising.ended(number)).isTrue();
        assertThat(practising.told("gongan-head", "practice-given-up", number)).isOne();
    }

    @Test
    void the_leader_sends_it_back_or_drops_it() {
        String number = practising.checked();
        practising.complete(
                "leader", number, "leader-approve-practice", Map.of("approval", "BACK", "approvalReason", "请补充数字"));
        assertThat(practising.told("center", "practice-sent-back", number)).isOne();
        assertThat(practising.view("center", number, "center-write-practice")).contains("请补充数字");
        practising.writes(number);
        practising.agrees(number);
        practising.complete(
                "leader", number, "leader-approve-practice", Map.of("approval", "DROP", "approvalReason", "不够典型"));
        assertThat(state(number)).isEqualTo(State.DROPPED);
        assertThat(practising.told("center", "practice-dropped", number)).isOne();
        assertThat(practising.ended(number)).isTrue();
        assertThat(practices.of(practice(number).ledger())).isEmpty();
    }
}
