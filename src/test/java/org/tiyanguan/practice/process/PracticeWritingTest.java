package org.tiyanguan.practice.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.ModelCoverage;
import org.tiyanguan.practice.Practice.Checked;
import org.tiyanguan.practice.Practice.Consent;
import org.tiyanguan.practice.Practice.State;
import org.tiyanguan.rectification.Loop;

/**
 * The text of a practice in {@code good-practice.bpmn}: what its department and its officer say, and whom it may name.
 */
@IntegrationTest
class PracticeWritingTest extends PracticeCases {

    /** The nodes of the diagram that this class answers for. */
    static final Set<String> NODES = Set.of("check-late", "officer-consent-practice", "consent-late");

    @AfterAll
    static void the_nodes_were_visited(@Autowired ProcessEngine engine) {
        ModelCoverage.assertNodesVisited(engine, "good-practice", NODES);
    }

    // ---- department and officer

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

    // ---- whom it names

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
}
