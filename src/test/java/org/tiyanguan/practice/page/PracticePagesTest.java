package org.tiyanguan.practice.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tiyanguan.AtTime;
import org.tiyanguan.Browser;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.practice.Practices;
import org.tiyanguan.practice.Practising;

/** Practices on the pages: what everybody reads, and what staff see before. */
@IntegrationTest
@AtTime("2026-03-02T10:00:00")
class PracticePagesTest {

    @LocalServerPort
    int port;

    @Autowired
    Practising practising;

    @Autowired
    Practices practices;

    @Autowired
    JdbcClient jdbc;

    private Browser anybody;

    @BeforeEach
    void nothing_else_is_public() {
        practising.othersAreWithdrawn();
        anybody = new Browser(port);
    }

    // ---- before it is public

    @Test
    void before_it_is_published_only_those_who_work_on_it_read_it() {
        String number = practising.begun();
        assertThat(status("gongan", number)).isEqualTo(404);
        practising.writes(number);
        for (String user : List.of("center", "leader", "gongan", "gongan-head")) {
            assertThat(status(user, number)).as(user).isEqualTo(200);
            assertThat(Browser.of(port, user).get("/practices").body()).as(user).contains(number, "责任单位核对中");
        }
        assertThat(body("gongan", number))
                .contains("十分钟内增开两个窗口", "这个版本还没有公开")
                .doesNotContain(practices.practice(number).ledger(), "办理经过", "提名");
        for (String user : List.of("shebao", "officer", "officer2", "unit", "designer"))
            assertThat(status(user, number)).as(user).isEqualTo(404);
        assertThat(anybody.get("/practices/" + number).statusCode()).isEqualTo(404);
        assertThat(anybody.get("/practices").body()).doesNotContain(number);
        assertThat(Browser.of(port, "shebao").get("/practices").body()).doesNotContain(number);
        assertThat(location(Browser.of(port, "gongan").get("/practices/" + number + "/task")))
                .contains("/camunda/app/tasklist/");
        assertThat(location(Browser.of(port, "shebao").get("/practices/" + number + "/task")))
                .endsWith("/");
    }

    // ---- everybody's

    @Test
    void everybody_reads_what_was_published_and_nothing_more() {
        String number = practising.published();
        String entry = practices.practice(number).ledger();
        assertThat(anybody.get("/practices/" + number).body())
                .contains("高峰时段增开窗口的做法", "市公安局", "上午高峰只开一个窗口", "十分钟内增开两个窗口", "平均等候由两小时降到二十分钟", "2026年3月2日")
                .doesNotContain("举一反三", "办理经过", "周晓明", "提名", entry, "<script");
        for (String user : List.of("officer2", "unit", "designer", "admin"))
            assertThat(body(user, number)).as(user).contains("高峰时段增开窗口的做法").doesNotContain("办理经过", "举一反三", entry);
        assertThat(anybody.get("/practices").body()).contains("高峰时段增开窗口的做法", "/practices/" + number);
        assertThat(anybody.get("/").body()).contains("好经验：高峰时段增开窗口的做法", "/practices/" + number);
        assertThat(location(Browser.of(port, "officer2").get("/practices/" + number + "/task")))
                .endsWith("/practices/" + number);
    }

    @Test
    void the_list_is_asked_by_year_department_and_topic() {
        String number = practising.published();
        String topic = practices.practice(number).topic();
        String link = "/practices/" + number + "\"";
        assertThat(anybody.get("/practices?year=2026&department=gongan&topic=" + topic)
                        .body())
                .contains(link);
        for (String other : List.of("year=2025", "department=shebao", "topic=DISCIPLINE"))
            assertThat(anybody.get("/practices?" + other).body())
                    .as(other)
                    .contains("没有符合条件")
                    .doesNotContain(link);
        assertThat(anybody.get("/practices?year=&department=&topic=").body()).contains(link);
        assertThat(anybody.get("/practices?topic=NOTHING").statusCode()).isEqualTo(400);
        assertThat(anybody.get("/practices?year=x").statusCode()).isEqualTo(400);
        assertThat(anybody.get("/practices?department='%20or%201=1").body()).contains("没有符合条件");
    }

    @Test
    void departments_read_who_took_it_up_and_how() {
        String number = practising.published();
        practising.adopts("shebao", number, "APPLIED", "高峰时段增开一个窗口，周晓明来看过");
        for (String user : List.of("center", "leader", "gongan", "shebao"))
            assertThat(body(user, number))
                    .as(user)
                    .contains("举一反三", "适用，已改", "高峰时段增开一个窗口", "待答复")
                    .doesNotContain("周晓明来看过");
        assertThat(body("center", number)).contains("办理经过", "领导同意公开");
    }

    @Test
    void what_was_withdrawn_is_gone_and_says_why() {
        String number = practising.published();
        practising.withdrawn(number);
        for (Browser reader : List.of(anybody, Browser.of(port, "shebao"), Browser.of(port, "center"))) {
            HttpResponse<String> answer = reader.get("/practices/" + number);
            assertThat(answer.statusCode()).isEqualTo(410);
            assertThat(answer.body()).contains("已撤下", "窗口已调整，做法不再适用", "2026年9月10日");
        }
        assertThat(anybody.get("/practices/" + number).body()).doesNotContain("十分钟内增开");
        assertThat(anybody.get("/practices").body()).doesNotContain("/practices/" + number);
        assertThat(anybody.get("/practices.atom").body()).doesNotContain(number);
        assertThat(anybody.get("/").body()).doesNotContain(number);
        assertThat(Browser.of(port, "center").get("/practices").body()).contains(number, "已撤下");
    }

    @Test
    void the_published_text_stays_while_a_new_one_is_written() {
        String number = practising.published();
        practising.timePassesTo(number, "2026-09-02T09:00:00");
        practising.looksAtEffect(number, "REVISE", "请补充自助机的做法");
        Map<String, Object> text = Practising.text();
        text.put("title", "高峰增开窗口和自助机");
        practising.complete("center", number, "center-write-practice", text);
        String draft = "/practices/" + number + "?draft=true";
        assertThat(anybody.get("/practices/" + number).body())
                .contains("高峰时段增开窗口的做法")
                .doesNotContain("自助机");
        assertThat(anybody.get(draft).body()).doesNotContain("自助机");
        assertThat(Browser.of(port, "shebao").get(draft).body()).doesNotContain("自助机");
        for (String user : List.of("center", "gongan")) {
            assertThat(body(user, number)).contains("高峰时段增开窗口的做法", "看修订中的版本", "已公开，修订中");
            assertThat(Browser.of(port, user).get(draft).body()).contains("高峰增开窗口和自助机", "看公开的版本");
        }
    }

    @Test
    void a_relapse_is_shown_to_centre_and_leader_only() {
        String number = practising.published();
        Practising.now("2026-03-09T10:00:00");
        String again = practising.reportedAgain();
        for (String user : List.of("center", "leader"))
            assertThat(body(user, number)).contains("复发", again, "待研判");
        for (String user : List.of("gongan", "shebao"))
            assertThat(body(user, number)).doesNotContain("复发", again);
        assertThat(anybody.get("/practices/" + number).body()).doesNotContain("复发", again);
    }

    private int status(String user, String number) {
        return Browser.of(port, user).get("/practices/" + number).statusCode();
    }

    private String body(String user, String number) {
        return Browser.of(port, user).get("/practices/" + number).body();
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse(answer.statusCode() + " " + answer.body());
    }
}
