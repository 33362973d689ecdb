package org.tiyanguan.practice.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.ModelCoverage;
import org.tiyanguan.practice.Adoption;
import org.tiyanguan.practice.Adoption.Answer;
import org.tiyanguan.practice.Practice.State;
import org.tiyanguan.practice.PracticeText;
import org.tiyanguan.rectification.Loop;
import org.tiyanguan.security.People;

/** What becomes of a practice that everybody may read: others take it up, and it is looked at again. */
@IntegrationTest
class PublicPracticeTest extends PracticeCases {

    /** The nodes of the diagram that this class answers for. */
    static final Set<String> NODES = Set.of(
            "in-public",
            "adopt-work",
            "adoption-asked",
            "department-adopt",
            "adoption-soon",
            "remind-adoption",
            "adoption-reminded",
            "adoption-answered",
            "all-answered",
            "half-year-over",
            "center-check-effect",
            "effect-result",
            "effect-revise",
            "effect-withdraw",
            "to-revise",
            "to-withdraw",
            "withdraw-practice",
            "practice-withdrawn",
            "keep-practice");

    @Autowired
    People people;

    @AfterAll
    static void the_nodes_were_visited(@Autowired ProcessEngine engine) {
        ModelCoverage.assertNodesVisited(engine, "good-practice", NODES);
    }

    // ---- others take it up

    @Test
    void every_other_department_says_what_it_does_about_it() {
        String number = practising.published();
        List<String> others = people.departments().stream()
                .map(People.Department::code)
                .filter(code -> !code.equals("gongan"))
                .toList();
        assertThat(adoptions.of(number)).extracting(Adoption::department).containsExactlyElementsOf(others);
        assertThat(practising.openTasks(number))
                .containsExactlyElementsOf(Collections.nCopies(others.size(), "department-adopt"));
        assertThat(practising.view("shebao", number, "department-adopt"))
                .contains("高峰时段增开窗口的做法", "十分钟内增开两个窗口")
                .doesNotContain(practice(number).ledger());
        practising.adopts("shebao", number, "APPLIED", "高峰时段增开一个窗口");
        Adoption shebao = adoption(number, "shebao");
        assertThat(shebao.answer()).isEqualTo(Answer.APPLIED);
        assertThat(shebao.note()).isEqualTo("高峰时段增开一个窗口");
        assertThat(shebao.answeredBy()).isEqualTo("shebao");
        for (String code : others) {
            if (code.equals("shebao")) continue;
            String answer = code.equals(others.get(0)) ? "ALREADY" : "NOT_APPLICABLE";
            answerOf(code, number, answer);
        }
        assertThat(practising.openTasks(number)).isEmpty();
        assertThat(practising.ended(number)).isFalse();
        assertThat(state(number)).isEqualTo(State.PUBLIC);
    }

    @Test
    void a_department_is_reminded_two_working_days_before_and_its_task_stays_open() {
        String number = practising.published();
        assertThat(practising.task("shebao", number, "department-adopt").getDueDate())
                .isEqualTo(Loop.date("2026-03-16T17:30:00"));
        practising.timePassesTo(number, "2026-03-12T08:00:00");
        assertThat(practising.told("shebao", "practice-remind", number)).isZero();
        practising.timePassesTo(number, "2026-03-12T09:00:00");
        assertThat(practising.told("shebao", "practice-remind", number)).isOne();
        practising.timePassesTo(number, "2026-03-20T09:00:00");
        practising.adopts("shebao", number, "NOT_APPLICABLE", "本单位没有现场窗口");
        assertThat(practising.told("shebao", "practice-remind", number)).isOne();
    }

    // ---- the effect

    @Test
    void after_half_a_year_the_centre_looks_and_once_more_after_the_next() {
        String number = practising.published();
        practising.timePassesTo(number, "2026-09-02T08:00:00");
        assertThat(practising.openTasks(number)).doesNotContain("center-check-effect");
        practising.timePassesTo(number, "2026-09-02T09:00:00");
        assertThat(practising.openTasks(number)).contains("center-check-effect");
        assertThat(practising.told("center", "practice-effect", number)).isOne();
        practising.adopts("shebao", number, "APPLIED", "高峰时段增开一个窗口");
        practising.looksAtEffect(number, "STAYS", "仍在执行，等候二十分钟以内");
        assertThat(state(number)).isEqualTo(State.PUBLIC);
        assertThat(practice(number).checkedAt()).isNotNull();
        assertThat(practising.openTasks(number)).doesNotContain("center-check-effect");
        practising.timePassesTo(number, "2027-03-02T09:00:00");
        assertThat(practising.openTasks(number)).contains("center-check-effect");
    }

    @Test
    void what_is_revised_stays_public_until_the_new_text_is_approved() {
        String number = practising.published();
        practising.adopts("shebao", number, "APPLIED", "高峰时段增开一个窗口");
        practising.timePassesTo(number, "2026-09-02T09:00:00");
        practising.looksAtEffect(number, "REVISE", "请补充自助机的做法");
        assertThat(practising.openTasks(number)).containsExactly("center-write-practice");
        assertThat(practice(number).isRevised()).isTrue();
        assertThat(practising.view("center", number, "center-write-practice")).contains("请补充自助机的做法");
        practising.complete("center", number, "center-write-practice", text("title", "高峰增开窗口和自助机"));
        assertThat(practice(number).isPublic()).isTrue();
        assertThat(practice(number).title()).isEqualTo("高峰时段增开窗口的做法");
        assertThat(published(number)).isEqualTo("高峰时段增开窗口的做法");
        practising.agrees(number);
        practising.approves(number);
        assertThat(published(number)).isEqualTo("高峰增开窗口和自助机");
        assertThat(practice(number).title()).isEqualTo("高峰增开窗口和自助机");
        assertThat(practice(number).since()).isEqualTo("2026-03-02T10:00:00");
        assertThat(practice(number).revisedAt()).isEqualTo("2026-09-02T09:00:00");
        assertThat(adoption(number, "shebao").answer()).isEqualTo(Answer.APPLIED);
        assertThat(practising.openTasks(number))
                .as("who answered is not asked again")
                .hasSize(people.departments().size() - 2);
    }

    @Test
    void a_revision_that_is_given_up_or_dropped_leaves_the_published_text() {
        String number = practising.published();
        practising.timePassesTo(number, "2026-09-02T09:00:00");
        practising.looksAtEffect(number, "REVISE", "请补充自助机的做法");
        practising.complete(
                "center", number, "center-write-practice", Map.of("writing", "GIVE_UP", "giveUpReason", "没有新的内容"));
        assertThat(state(number)).isEqualTo(State.PUBLIC);
        practising.timePassesTo(number, "2027-03-02T09:00:00");
        practising.looksAtEffect(number, "REVISE", "请补充自助机的做法");
        practising.complete("center", number, "center-write-practice", text("title", "高峰增开窗口和自助机"));
        practising.agrees(number);
        practising.complete(
                "leader", number, "leader-approve-practice", Map.of("approval", "DROP", "approvalReason", "不必修订"));
        assertThat(state(number)).isEqualTo(State.PUBLIC);
        assertThat(published(number)).isEqualTo("高峰时段增开窗口的做法");
        assertThat(versions.newest(number).orElseThrow().version()).isEqualTo(1);
        assertThat(practising.ended(number)).isFalse();
    }

    @Test
    void what_is_withdrawn_is_told_to_those_who_took_it_up() {
        String number = practising.published();
        practising.adopts("shebao", number, "APPLIED", "高峰时段增开一个窗口");
        practising.timePassesTo(number, "2026-09-02T09:00:00");
        assertThatThrownBy(() -> practising.looksAtEffect(number, "WITHDRAW", "周晓明又来反映"))
                .hasMessageContaining("不能出现能认出人的内容");
        practising.looksAtEffect(number, "WITHDRAW", "窗口已调整，做法不再适用");
        assertThat(state(number)).isEqualTo(State.WITHDRAWN);
        assertThat(practice(number).isPublic()).isFalse();
        assertThat(practice(number).withdrawnWhy()).isEqualTo("窗口已调整，做法不再适用");
        assertThat(practising.ended(number)).isTrue();
        for (String told : List.of("gongan", "shebao"))
            assertThat(practising.told(told, "practice-withdrawn", number))
                    .as(told)
                    .isOne();
        assertThat(practising.told("yibao", "practice-withdrawn", number)).isZero();
        assertThatThrownBy(() -> practising.nominated("center", practice(number).ledger(), ""))
                .hasMessageContaining("已经提名");
    }

    private String published(String number) {
        return versions.published(number).map(PracticeText::title).orElseThrow();
    }

    private Adoption adoption(String number, String department) {
        return adoptions.of(number).stream()
                .filter(one -> one.department().equals(department))
                .findFirst()
                .orElseThrow();
    }

    /** Of departments that have no account in tests, the centre's colleague does it. */
    private void answerOf(String code, String number, String answer) {
        String user = people.membersOf("dept-" + code).stream().findFirst().orElse("admin");
        long id = adoption(number, code).id();
        practising.adoptsAs(user, number, id, answer, "NOT_APPLICABLE".equals(answer) ? "本单位没有现场窗口" : null);
    }
}
