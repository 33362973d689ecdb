package org.tiyanguan.recruitment.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tiyanguan.AtTime;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.ModelCoverage;
import org.tiyanguan.officer.Activations;
import org.tiyanguan.officer.Officer;
import org.tiyanguan.officer.Officers;
import org.tiyanguan.recruitment.Annex;
import org.tiyanguan.recruitment.Application;
import org.tiyanguan.recruitment.ApplicationState;
import org.tiyanguan.recruitment.Recruiting;
import org.tiyanguan.recruitment.site.Completion;
import org.tiyanguan.recruitment.site.ObjectionIntake;
import org.tiyanguan.security.People;

/** Each path, gateway, timer and refusal of {@code application.bpmn}. */
@IntegrationTest
@AtTime("2026-03-02T10:00:00")
class ApplicationProcessTest {

    @Autowired
    Recruiting recruiting;

    @Autowired
    Officers officers;

    @Autowired
    Activations activations;

    @Autowired
    Completion completion;

    @Autowired
    ObjectionIntake objections;

    @Autowired
    IdentityService identity;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    @AfterAll
    static void every_node_of_the_diagram_was_visited(@Autowired ProcessEngine engine) {
        ModelCoverage.assertAllNodesVisited(engine, "application");
    }

    @Test
    void whoever_is_appointed_gets_a_record_a_term_and_an_account_that_a_link_activates_once() {
        String call = recruiting.opened();
        String number = recruiting.onNotice(call);
        recruiting.timePassesTo(number, "2026-03-20T17:30:00");

        Officer officer = officers.of(number).orElseThrow();
        assertThat(officer.letter()).matches("PS-2026-\\d{4}");
        assertThat(officer.termFrom()).isEqualTo("2026-03-20");
        assertThat(officer.termUntil()).isEqualTo("2027-03-19");
        assertThat(people.groupsOf(officer.account())).containsExactly("officer");
        assertThat(people.nameOf(officer.account())).isEqualTo("王小明");
        String mail = jdbc.sql("select data from notice where number = ? and template = 'application-appointed'")
                .param(number)
                .query(String.class)
                .single();
        String token = mail.replaceAll("(?s).*/activate/([^\"]+)\".*", "$1");

        assertThatThrownBy(() -> activations.activate(token, "short")).hasMessageContaining("密码太简单");
        assertThat(activations.activate(token, "Sunny#2026")).isTrue();
        assertThat(identity.checkPassword(officer.account(), "Sunny#2026")).isTrue();
        assertThat(activations.activate(token, "Other#2026")).isFalse();
        String another = activations.link(officer.account()).replaceAll(".*/", "");
        Recruiting.now("2026-03-27T17:31:00");
        assertThat(activations.activate(another, "Other#2026")).isFalse();
        assertThat(identity.checkPassword(officer.account(), "Other#2026")).isFalse();
    }

    @Test
    void what_people_wrote_stays_out_of_the_process_and_its_history() {
        String number = recruiting.applied(recruiting.opened(), "王小明");
        assertThat(recruiting.variables(number)).containsOnlyKeys("applicationNumber");
        assertThat(jdbc.sql("select count(*) from act_hi_varinst")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "birthDate, 2027-01-01, 出生日期不能晚于今天",
        "birthDate, 2010-01-01, 体验官要年满 18 周岁",
        "birthDate, 1901-01-01, 请核对出生日期",
        "phone, 12345, 联系方式（手机）",
        "email, nobody, 电子邮箱",
        "resume, 短, “个人简历”至少写 10 个字",
        "education, 幼儿园, 学历",
        "name, , 姓名"
    })
    void a_form_that_makes_no_sense_begins_no_application(String field, String value, String sentence) {
        String call = recruiting.opened();
        Map<String, Object> form = Recruiting.person("王小明");
        form.put(field, value);
        refused(() -> recruiting.applied(call, form), sentence);
        Map<String, Object> silent = Recruiting.person("王小明");
        silent.remove("consent");
        refused(() -> recruiting.applied(call, silent), "本人同意");
        assertThat(jdbc.sql("select count(*) from application where call_number = ?")
                        .param(call)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void an_applicant_completes_what_was_missing() {
        String number = recruiting.applied(recruiting.opened(), "王小明");
        sendBack(number);
        assertThat(recruiting.application(number).state()).isEqualTo(ApplicationState.COMPLETION);
        assertThat(recruiting.application(number).completeBy()).isEqualTo("2026-03-10T17:30:00");
        recruiting.timePassesTo(number, "2026-03-06T09:00:00");
        assertThat(jdbc.sql("select count(*) from notice where number = ? and template = 'application-remind'")
                        .param(number)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        Map<String, Object> form = Recruiting.person("王小明");
        form.put("employer", "云浮石材有限公司");
        completion.complete(number, Annex.of(form), null);
        assertThat(recruiting.openTasks(number)).containsExactly("center-check");
        assertThat(recruiting.application(number).person().employer()).isEqualTo("云浮石材有限公司");
        refused(() -> completion.complete(number, Annex.of(form), null), "现在不需要补正");
    }

    @Test
    void a_unit_completes_what_was_missing() {
        String call = recruiting.opened();
        String number = recruiting.recommended(call, "李小红");
        sendBack(number);
        Map<String, Object> form = Recruiting.person("李小红");
        form.remove("consent");
        form.putAll(Map.of("unitOpinion", "补充：该同志连续三年先进。", "unitOpinionBy", "马红"));
        recruiting.complete("unit", number, "unit-opinion", form);
        assertThat(recruiting.application(number).unitOpinion()).startsWith("补充");
        assertThat(recruiting.openTasks(number)).containsExactly("center-check");
    }

    @Test
    void what_is_not_completed_in_time_lapses_with_an_answer_and_is_erased_later() {
        String call = recruiting.opened();
        String number = recruiting.applied(call, "王小明");
        sendBack(number);
        recruiting.timePassesTo(number, "2026-03-10T17:30:00");
        assertThat(recruiting.application(number).state()).isEqualTo(ApplicationState.LAPSED);
        assertThat(recruiting.application(number).reason()).contains("补正期满");
        recruiting.close(call);
        assertThat(recruiting.ended(call)).isTrue();

        recruiting.timePassesTo(number, "2026-09-06T17:29:00");
        assertThat(recruiting.application(number).person().name()).isEqualTo("王小明");
        recruiting.timePassesTo(number, "2026-09-06T17:31:00");
        Application erased = recruiting.application(number);
        assertThat(erased.person().name()).isNull();
        assertThat(erased.person().resume()).isNull();
        assertThat(erased.state()).isEqualTo(ApplicationState.LAPSED);
        assertThat(erased.erasedAt()).isNotNull();
        assertThat(jdbc.sql("select count(*) from notice where number = ? and (address is not null or data <> '{}')")
                        .param(number)
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(recruiting.ended(number)).isTrue();
    }

    @Test
    void the_leader_sends_a_proposal_back_to_the_centre() {
        String number = recruiting.applied(recruiting.opened(), "王小明");
        recruiting.propose(number);
        recruiting.decide(number, "BACK");
        assertThat(recruiting.openTasks(number)).containsExactly("center-check");
    }

    @Test
    void more_than_a_category_has_places_needs_a_reason() {
        String call = recruiting.opened();
        String first = recruiting.applied(call, "王小明");
        String second = recruiting.applied(call, "李小红");
        for (String number : List.of(first, second)) recruiting.propose(number);
        recruiting.decide(first, "APPROVE");
        refused(() -> recruiting.decide(second, "APPROVE"), "群众代表的名额已满");
        Map<String, Object> form =
                new HashMap<>(Map.of("decision", "APPROVE", "category", "PUBLIC", "decisionReason", "经研究决定"));
        form.put("overrunReason", "报名踊跃，增加一名");
        recruiting.complete("leader", second, "leader-decide", form);
        assertThat(recruiting.application(second).state()).isEqualTo(ApplicationState.SHORTLIST);
    }

    @Test
    void a_dismissed_objection_delays_one_candidate_only() {
        String call = recruiting.opened();
        String number = recruiting.onNotice(call);
        objections.object(call, objection());
        recruiting.timePassesTo(number, "2026-03-20T17:30:00");
        assertThat(recruiting.application(number).state()).isEqualTo(ApplicationState.SHORTLIST);
        refused(() -> objections.object(call, objection()), "不在公示期内");
        recruiting.complete(
                "center",
                number,
                "center-decide-objection",
                Map.of("objectionDecision", "DISMISS", "objectionReason", "经核实，居住证有效。"));
        assertThat(recruiting.application(number).state()).isEqualTo(ApplicationState.APPOINTED);
        assertThat(recruiting.ended(call)).isTrue();
    }

    @Test
    void an_upheld_objection_ends_the_candidacy_with_an_answer() {
        String call = recruiting.opened();
        String number = recruiting.onNotice(call);
        objections.object(call, objection());
        recruiting.complete(
                "center",
                number,
                "center-decide-objection",
                Map.of("objectionDecision", "UPHOLD", "objectionReason", "经核实，不符合条件。"));
        assertThat(recruiting.application(number).state()).isEqualTo(ApplicationState.REFUSED);
        assertThat(recruiting.application(number).reason()).isEqualTo("经核实，不符合条件。");
        assertThat(recruiting.ended(call)).isTrue();
        assertThat(officers.of(number)).isEmpty();
    }

    // ---- the application's other ways

    // ----

    private void sendBack(String number) {
        recruiting.complete(
                "center",
                number,
                "center-check",
                Map.of("check", "SEND_BACK", "missing", "请补充工作单位全称", "completionDays", 5));
    }

    private static Map<String, String> objection() {
        return Map.of("line", "1", "name", "赵先生", "phone", "13900139000", "text", "此人已搬到外地，不在本市居住。");
    }

    private static void refused(ThrowingCallable act, String sentence) {
        assertThatThrownBy(act).hasStackTraceContaining(sentence);
    }
}
