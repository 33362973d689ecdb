package org.tiyanguan.away;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tiyanguan.Absences;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.rectification.Loop;

/** Who may act for whom, who says so, and what is refused. */
@IntegrationTest
class NamingDeputiesTest {

    private static final String MONDAY = "2026-03-02";
    private static final String FRIDAY = "2026-03-06";
    private static final String GRANT =
            "{\"variables\":{\"extensionDecision\":{\"value\":\"REFUSE\"},\"decisionReason\":{\"value\":\"请按期完成整改工作\"}}}";

    @Autowired
    Loop loop;

    @Autowired
    Deputising away;

    @Autowired
    Absences absences;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void on_a_monday_in_march() {
        Loop.now("2026-03-02T10:00:00");
    }

    @AfterEach
    void everybody_is_there() {
        absences.allReturn();
        away.nobodyIsAway();
        ClockUtil.reset();
    }

    @Test
    void the_head_says_so_for_the_ill_and_they_are_told() {
        away.assertSet("gongan-head", "gongan", "gongan-head", MONDAY, FRIDAY);
        assertThat(away.told("gongan", "away-set")).contains("王建国");
        assertThat(away.browser("gongan").get("/away").body()).contains("2026-03-02 至 2026-03-06，代理中");
    }

    @Test
    void what_makes_no_sense_is_refused_with_a_sentence_at_its_field() {
        away.assertRefused("gongan", "gongan-head", "gongan", MONDAY, FRIDAY, "只能为本人登记");
        away.assertRefused("gongan-head", "shebao", "gongan", MONDAY, FRIDAY, "只能为本人登记");
        away.assertRefused("gongan", "gongan", "gongan", MONDAY, FRIDAY, "请选择同一单位的另一位同事");
        away.assertRefused("gongan", "gongan", "shebao", MONDAY, FRIDAY, "请选择同一单位的另一位同事");
        away.assertRefused("gongan", "gongan", "center", MONDAY, FRIDAY, "请选择同一单位的另一位同事");
        away.assertRefused("gongan", "gongan", "officer", MONDAY, FRIDAY, "请选择同一单位的另一位同事");
        away.assertRefused("gongan", "gongan", "gongan-head", "2026-03-07", "2026-03-09", "不是工作日");
        away.assertRefused("gongan", "gongan", "gongan-head", MONDAY, "2026-03-08", "不是工作日");
        away.assertRefused("gongan", "gongan", "gongan-head", "2026-02-27", FRIDAY, "开始日期不能早于今天");
        away.assertRefused("gongan", "gongan", "gongan-head", FRIDAY, MONDAY, "结束日期不能早于开始日期");
        away.assertRefused("gongan", "gongan", "gongan-head", MONDAY, "2027-12-01", "一次最多登记一年");
        assertThat(away.set("gongan", "gongan", "gongan-head", "", "").body()).contains("请填写日期");
        assertThat(away.browser("officer").get("/away").statusCode()).isEqualTo(403);
        away.assertSet("gongan", "gongan", "gongan-head", MONDAY, FRIDAY);
        away.assertRefused("gongan", "gongan", "gongan-head", FRIDAY, "2026-03-10", "这几天已登记");
    }

    @Test
    void a_deputy_who_is_away_is_refused_so_there_are_no_circles() {
        away.assertSet("gongan", "gongan", "gongan-head", MONDAY, "2026-03-04");
        away.assertRefused(
                "gongan-head", "gongan-head", "gongan", "2026-03-04", FRIDAY, "李强在 2026-03-02 至 2026-03-04 也外出");
        away.assertSet("gongan-head", "gongan-head", "gongan", "2026-03-05", FRIDAY);
    }

    @Test
    void a_deputy_who_falls_ill_passes_nothing_on_and_another_is_to_be_named() {
        away.assertSet("leader", "leader", "center2", MONDAY, FRIDAY);
        HttpResponse<String> ill = away.set("center2", "center2", "center", MONDAY, FRIDAY);
        assertThat(ill.statusCode()).isEqualTo(302);
        assertThat(away.browser("center2").get("/away").body()).contains("由您代理的陈立没有代理人了");
        assertThat(away.told("leader", "deputy-away")).contains("陈立", "刘洋");
        String number = loop.extensionAsked();
        String task = loop.task(number, "leader-decide-extension").getId();
        assertThat(away.complete("center2", task, GRANT)).isEqualTo(403);
        assertThat(jdbc.sql(
                                "select count(*) from notice where recipient = 'center' and template = 'extension-asked' and number = ?")
                        .param(number)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void a_deputy_who_leaves_is_none_any_more() {
        away.assertSet("leader", "leader", "center2", MONDAY, FRIDAY);
        String number = loop.extensionAsked();
        absences.leaves("center2", "center");
        String task = loop.task(number, "leader-decide-extension").getId();
        assertThat(away.complete("center2", task, GRANT)).isEqualTo(403);
    }
}
