package org.tiyanguan.practice.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.ModelCoverage;
import org.tiyanguan.colleague.CaseSteps;
import org.tiyanguan.practice.Nominator;
import org.tiyanguan.practice.Practice.Checked;
import org.tiyanguan.practice.Practice.Consent;
import org.tiyanguan.practice.Practice.State;
import org.tiyanguan.practice.Practising;
import org.tiyanguan.rectification.Loop;

/** The way of a practice through {@code good-practice.bpmn} until everybody may read it, or nobody ever will. */
@IntegrationTest
class GoodPracticeTest extends PracticeCases {

    @AfterAll
    static void every_node_of_the_diagram_was_visited(@Autowired ProcessEngine engine) {
        ModelCoverage.assertAllNodesVisited(engine, "good-practice", PublicPracticeTest.NODES);
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
        loop.complete(
                "center",
                running,
                "center-verify",
                Map.of(
                        "verification", "REWORK",
                        "verifyMethod", "ON_SITE",
                        "verifyNote", "仍然只有一个窗口",
                        "rework", Practising.json("gongan"),
                        "reworkDays", 3));
        refused(running, "有异议");
        String reworked = loop.verifying();
        loop.complete(
                "center",
                reworked,
                "center-verify",
                Map.of(
                        "verification", "REWORK",
                        "verifyMethod", "ON_SITE",
                        "verifyNote", "仍然只有一个窗口",
                        "rework", Practising.json("gongan"),
                        "reworkDays", 3));
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

    // ---- the text

    @Test
    void corrections_of_the_department_go_back_to_the_centre() {
        String number = practising.written();
        practising.complete(
                "gongan", number, "department-check-practice", Map.of("check", "CORRECT", "correction", "是增开三个窗口"));
        assertThat(practising.openTasks(number)).containsExactly("center-write-practice");
        assertThat(practising.told("center", "practice-corrected", number)).isOne();
        assertThat(practising.view("center", number, "center-write-practice")).contains("是增开三个窗口");
        practising.writes(number);
        assertThat(practice(number).correction()).isNull();
        assertThat(practising.openTasks(number)).containsExactly("department-check-practice");
    }

    @Test
    void the_silence_of_the_department_agrees_after_three_working_days() {
        String number = practising.written();
        practising.timePassesTo(number, "2026-03-05T17:29:00");
        assertThat(practising.openTasks(number)).containsExactly("department-check-practice");
        practising.timePassesTo(number, "2026-03-05T17:30:00");
        assertThat(practising.openTasks(number)).containsExactly("leader-approve-practice");
        assertThat(practice(number).checked()).isEqualTo(Checked.SILENT);
        assertThat(practising.view("leader", number, "leader-approve-practice")).contains("到期未提意见，视为同意", "没有写到");
    }

    @Test
    void an_earlier_correction_does_not_come_back_with_later_silence() {
        String number = practising.written();
        practising.complete(
                "gongan", number, "department-check-practice", Map.of("check", "CORRECT", "correction", "是增开三个窗口"));
        practising.writes(number);
        practising.timePassesTo(number, "2026-03-05T17:30:00");
        assertThat(practising.openTasks(number)).containsExactly("leader-approve-practice");
    }

    @Test
    void an_officer_is_named_only_if_they_say_so() {
        String number = practising.consenting();
        assertThat(state(number)).isEqualTo(State.CONSENT);
        assertThat(practising.told("officer", "practice-consent", number)).isOne();
        practising.complete("officer", number, "officer-consent-practice", Map.of("consent", "YES"));
        practising.approves(number);
        assertThat(practice(number).named()).isEqualTo("周晓明");
        assertThat(practising.view("shebao", number, "department-adopt")).doesNotContain("周晓明");
    }

    @ParameterizedTest
    @CsvSource({"REFUSED", "SILENT"})
    void an_officer_who_refuses_or_says_nothing_for_five_working_days_is_not_named(Consent consent) {
        String number = practising.consenting();
        if (consent == Consent.REFUSED)
            practising.complete("officer", number, "officer-consent-practice", Map.of("consent", "NO"));
        else {
            practising.timePassesTo(number, "2026-03-09T17:29:00");
            assertThat(practising.openTasks(number)).containsExactly("officer-consent-practice");
            practising.timePassesTo(number, "2026-03-09T17:30:00");
        }
        assertThat(practising.openTasks(number)).containsExactly("leader-approve-practice");
        assertThat(practice(number).consent()).isEqualTo(consent);
        practising.approves(number);
        assertThat(practice(number).named()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "title, 周晓明提出的好办法",
        "before, 有群众说可以打 13812345678 找人",
        "done, 周女士说等了两个小时以后改了",
        "effect, 邮箱 zhou@example.org 收到感谢",
        "windows, 请找周晓明",
    })
    void what_names_somebody_is_refused_at_its_field(String field, String said) {
        String number = practising.begun();
        assertThatThrownBy(() -> practising.complete("center", number, "center-write-practice", text(field, said)))
                .hasMessageContaining("不能出现能认出人的内容");
        assertThat(practising.openTasks(number)).containsExactly("center-write-practice");
    }

    @Test
    void a_name_on_record_of_an_entry_that_was_merged_is_refused_too() {
        String main = loop.rectifying();
        Map<String, Object> other = Loop.problem();
        other.put("officer", "officer2");
        String merged = loop.report(other);
        loop.complete(
                "center",
                merged,
                "center-triage",
                Map.of("triage", "MERGE", "triageReason", "同一个问题", "mergeInto", main));
        loop.finish(main);
        loop.verifyGood(main);
        practising.confirmed(main, "5");
        String number = practising.nominated("center", main, "");
        String name = jdbc.sql("select last_ || first_ from act_id_user where id_ = 'officer2'")
                .query(String.class)
                .single();
        assertThatThrownBy(() -> practising.complete(
                        "center", number, "center-write-practice", text("done", name + "提出后增开了两个窗口。")))
                .hasMessageContaining(name);
    }

    @Test
    void nobody_is_named_of_what_no_officer_reported() {
        Map<String, Object> hotline = Loop.problem();
        hotline.remove("officer");
        hotline.put("channel", "HOTLINE");
        String entry = loop.report(hotline);
        loop.accept(entry);
        loop.assign(entry, "gongan");
        loop.complete("gongan", entry, "department-accept", Map.of("acceptance", "ACCEPT"));
        loop.finish(entry);
        loop.verifyGood(entry);
        String number = practising.nominated("center", entry, "");
        assertThatThrownBy(() ->
                        practising.complete("center", number, "center-write-practice", text("namesOfficer", true)))
                .hasMessageContaining("不是体验官反映的");
        practising.writes(number);
        practising.agrees(number);
        practising.approves(number);
        assertThat(state(number)).isEqualTo(State.PUBLIC);
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
