package org.tiyanguan.experience.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.ResponseEntity;
import org.tiyanguan.AtTime;
import org.tiyanguan.Browser;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.experience.Experiencing;
import org.tiyanguan.experience.Surveys;
import org.tiyanguan.experience.Visit;
import org.tiyanguan.recruitment.site.Visitor;

/** What citizens and companies are asked without a login, and what the page takes. */
@IntegrationTest
@AtTime("2026-03-02T10:00:00")
class SurveyTest {

    @LocalServerPort
    int port;

    @Autowired
    Experiencing experiencing;

    @Autowired
    Surveys surveys;

    @Autowired
    Visitor visitor;

    private Visit visit;
    private String path;

    @BeforeEach
    void ask() {
        visit = experiencing.surveying("officer");
        path = "/surveys/" + surveys.token(visit.id()).orElseThrow();
    }

    @Test
    void anybody_with_the_link_is_asked_by_the_centre_and_not_told_which_officer_it_is() {
        ResponseEntity<String> page = visitor.get(path);
        assertThat(page.getStatusCode().value()).isEqualTo(200);
        assertThat(page.getBody())
                .contains(
                        "营商环境社会调查", "政务服务", "name=\"rating-0\"", "name=\"rating-2\"", "name=\"text\"", "name=\"email\"")
                .contains("企业和群众反映诉求的渠道是否畅通", "答复以后 30 天内删除")
                .doesNotContain("说明里写明", "周晓明", "<script", "officer");
    }

    @Test
    void what_somebody_answers_is_kept_without_what_tells_who_they_are() {
        assertThat(answer(Map.of(
                                "rating-0",
                                "4",
                                "rating-1",
                                "NONE",
                                "rating-2",
                                "9",
                                "rating-77",
                                "5",
                                "text",
                                " 办证排队太久\r\n请打13912345678或写信到 wang@example.org\u0007\u200b ",
                                "email",
                                " wang@example.org "))
                        .getHeaders()
                        .getLocation()
                        .toString())
                .endsWith(path + "?thanks");
        assertThat(visitor.get(path + "?thanks").getBody()).contains("已收到，谢谢您").doesNotContain("<form class");
        assertThat(surveys.counts(visit.id())).isEqualTo(new Surveys.Counts(1, 1));
        assertThat(surveys.means(visit.id())).containsExactly(new Surveys.Mean(0, 1, 4.0));
        assertThat(surveys.quotes(visit.id(), 9).get(0).text())
                .startsWith("办证排队太久\n")
                .contains("〔电话〕")
                .doesNotContain("13912345678", "wang@");
        assertThat(surveys.waitingWithout(visit.id()))
                .extracting(Surveys.Wish::email)
                .containsExactly("wang@example.org");
    }

    @Test
    void one_page_is_taken_once_and_one_opened_anew_once_more() {
        Map<String, String> typed = typed(Map.of("rating-0", "5"));
        assertThat(visitor.post(path, typed).getStatusCode().value()).isEqualTo(302);
        assertThat(visitor.post(path, typed).getStatusCode().value()).isEqualTo(302);
        assertThat(surveys.counts(visit.id()).answers()).isEqualTo(1);
        answer(Map.of("rating-0", "2"));
        assertThat(surveys.means(visit.id())).containsExactly(new Surveys.Mean(0, 2, 3.5));
    }

    @Test
    void what_is_wrong_comes_back_with_what_was_typed() {
        for (Map<String, String> wrong : List.of(
                Map.<String, String>of(),
                Map.of("rating-0", "NONE", "text", " \u3000 "),
                Map.of("text", "很好", "email", "wang"),
                Map.of("text", "很好", "email", "a..b@example.org"),
                Map.of("text", "很好", "email", "王@example.org"),
                Map.of("text", "很好", "email", "a@example.org,b@example.org"),
                Map.of("text", "很好", "email", "a".repeat(110) + "@example.org"),
                Map.of("text", "好".repeat(501)))) {
            ResponseEntity<String> answer = answer(wrong);
            assertThat(answer.getStatusCode().value()).as("%s", wrong).isEqualTo(400);
            assertThat(answer.getBody()).contains("还没有提交成功");
        }
        assertThat(answer(Map.of("text", "很好", "email", "wang")).getBody()).contains("邮箱格式不对", ">很好</textarea>");
        assertThat(surveys.counts(visit.id()).answers()).isZero();
        assertThat(answer(Map.of("text", "好\r\n".repeat(249) + "😀"))
                        .getStatusCode()
                        .value())
                .as("a line's end counts once")
                .isEqualTo(302);
    }

    @Test
    void robots_and_whoever_sends_too_often_are_refused_and_others_are_not() {
        Map<String, String> greedy = typed(Map.of("text", "很好"));
        greedy.put("website", "http://example.org");
        Map<String, String> forged = new HashMap<>(Map.of("text", "很好", "token", "forged"));
        for (Map<String, String> fields : List.of(greedy, forged, Map.of("text", "很好"))) {
            ResponseEntity<String> answer = visitor.post(path, fields);
            assertThat(answer.getStatusCode().value()).isEqualTo(400);
            assertThat(answer.getBody()).contains("请再点一次提交", ">很好</textarea>");
        }
        assertThat(surveys.counts(visit.id()).answers()).isZero();
        Map<String, String> typed = typed(Map.of("email", "wang"));
        for (int n = 0; n < 60; n++)
            assertThat(visitor.post(path, typed).getStatusCode().value()).isEqualTo(400);
        ResponseEntity<String> refused = answer(Map.of("text", "很好"));
        assertThat(refused.getStatusCode().value()).isEqualTo(429);
        assertThat(refused.getBody()).contains("提交得太频繁", ">很好</textarea>");
        Visitor other = new Visitor(port);
        assertThat(other.post(
                                path,
                                Map.of(
                                        "text",
                                        "很好",
                                        "token",
                                        Visitor.token(other.get(path).getBody())))
                        .getStatusCode()
                        .value())
                .isEqualTo(302);
    }

    @Test
    void it_ends_politely_with_the_visit() {
        Map<String, String> typed = typed(Map.of("text", "很好"));
        experiencing.timePassesTo(visit.assignment(), "2026-03-11T00:00:00");
        for (ResponseEntity<String> late : List.of(visitor.get(path), visitor.post(path, typed))) {
            assertThat(late.getStatusCode().value()).isEqualTo(410);
            assertThat(late.getBody()).contains("营商环境社会调查", "已经结束", "谢谢").doesNotContain("name=\"text\"");
        }
        assertThat(visitor.get("/surveys/nobodys").getStatusCode().value()).isEqualTo(404);
        assertThat(surveys.counts(visit.id()).answers()).isZero();
    }

    @Test
    void other_visits_ask_nobody() {
        String number = experiencing.planned(experiencing.plan("officer"));
        experiencing.reply("officer", number, "YES", null);
        long other = experiencing.visit("officer", number).id();
        assertThat(surveys.token(other)).isEmpty();
        assertThat(Browser.of(port, "officer").get("/officer/tasks/" + other).body())
                .doesNotContain("问卷");
    }

    private ResponseEntity<String> answer(Map<String, String> typed) {
        return visitor.post(path, typed(typed));
    }

    /** What was typed into a page that was just opened. */
    private Map<String, String> typed(Map<String, String> typed) {
        Map<String, String> all = new HashMap<>(typed);
        all.put("token", Visitor.token(visitor.get(path).getBody()));
        return all;
    }
}
