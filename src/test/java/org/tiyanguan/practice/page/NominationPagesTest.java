package org.tiyanguan.practice.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tiyanguan.AtTime;
import org.tiyanguan.Browser;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.practice.Practices;
import org.tiyanguan.practice.Practising;
import org.tiyanguan.rectification.Loop;

/** Where people nominate an entry, and where an officer says whether a text may name them. */
@IntegrationTest
@AtTime("2026-03-02T10:00:00")
class NominationPagesTest {

    @LocalServerPort
    int port;

    @Autowired
    Practising practising;

    @Autowired
    Practices practices;

    @Autowired
    Loop loop;

    @Test
    void the_centre_begins_one_on_the_page_of_the_entry() {
        String entry = practising.rectified();
        Browser center = Browser.of(port, "center");
        assertThat(center.get("/ledger/" + entry).body()).contains("推荐为好经验", "/ledger/" + entry + "/nominate");
        assertThat(center.get("/ledger/" + entry + "/nominate").body()).contains("户籍窗口排队过久", "立项撰写");
        String to = location(center.postForm("/ledger/" + entry + "/nominate", Map.of("why", "")));
        assertThat(to).matches(".*/practices/HY-2026-\\d{6}");
        String number = to.replaceAll(".*/", "");
        assertThat(center.get("/practices/" + number).body()).contains("已立项", "撰写中", "去办理", entry);
        assertThat(location(center.get("/practices/" + number + "/task"))).contains("/camunda/app/tasklist/");
        assertThat(center.get("/ledger/" + entry).body())
                .contains("好经验 " + number + "（撰写中）")
                .doesNotContain("/nominate");
        HttpResponse<String> twice = center.postForm("/ledger/" + entry + "/nominate", Map.of("why", ""));
        assertThat(twice.statusCode()).isEqualTo(400);
        assertThat(twice.body()).contains("这一件已经提名，见 " + number);
    }

    @Test
    void a_head_nominates_what_the_department_mended_and_says_why() {
        String entry = practising.rectified();
        Browser head = Browser.of(port, "gongan-head");
        assertThat(head.get("/ledger/" + entry).body()).contains("推荐为好经验");
        assertThat(Browser.of(port, "gongan").get("/ledger/" + entry).body()).doesNotContain("推荐为好经验");
        assertThat(head.postForm("/ledger/" + entry + "/nominate", Map.of("why", " "))
                        .body())
                .contains("请填写 2 到 500 个字");
        assertThat(location(head.postForm("/ledger/" + entry + "/nominate", Map.of("why", "等候降了一大半"))))
                .endsWith("/ledger/" + entry);
        assertThat(head.get("/ledger/" + entry).body()).contains("已提名，中心会决定");
        for (String other : List.of("gongan", "shebao", "leader"))
            assertThat(Browser.of(port, other)
                            .get("/ledger/" + entry + "/nominate")
                            .statusCode())
                    .as(other)
                    .isEqualTo(404);
    }

    @Test
    void an_officer_nominates_an_own_finding_and_hears_what_came_of_it() {
        String entry = practising.rectified();
        Browser officer = Browser.of(port, "officer");
        assertThat(officer.get("/officer/" + entry).body()).contains("推荐为好经验");
        assertThat(officer.get("/officer/" + entry + "/nominate").body()).contains("好在哪里");
        assertThat(location(officer.postForm("/officer/" + entry + "/nominate", Map.of("why", "很快就办好了"))))
                .endsWith("/officer/" + entry);
        String number = practices.of(entry).orElseThrow().number();
        assertThat(officer.get("/officer/" + entry).body()).doesNotContain("/nominate");
        assertThat(location(officer.get("/practices/" + number + "/task"))).endsWith("/officer/" + entry);
        assertThat(Browser.of(port, "officer2")
                        .get("/officer/" + entry + "/nominate")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void what_is_not_closed_says_why_it_cannot_be_nominated() {
        String entry = loop.confirming();
        Browser center = Browser.of(port, "center");
        assertThat(center.get("/ledger/" + entry).body()).doesNotContain("推荐为好经验");
        HttpResponse<String> answer = center.get("/ledger/" + entry + "/nominate");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("正在等反映人评价整改");
    }

    @Test
    void an_officer_says_on_a_phone_whether_the_text_may_name_them() {
        String number = practising.consenting();
        String page = "/officer/practices/" + number;
        Browser officer = Browser.of(port, "officer");
        assertThat(location(officer.get("/practices/" + number + "/task"))).endsWith(page);
        assertThat(officer.get(page).body()).contains("您同意写明您的姓名吗", "十分钟内增开两个窗口");
        assertThat(officer.postForm(page + "/consent", Map.of("consent", "MAYBE"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(location(officer.postForm(page + "/consent", Map.of("consent", "YES"))))
                .endsWith(page);
        assertThat(officer.get(page).body()).contains("本人同意").doesNotContain("您同意写明");
        assertThat(officer.postForm(page + "/consent", Map.of("consent", "NO")).body())
                .contains("已经答复过，或已经截止");
        assertThat(Browser.of(port, "officer2").get(page).statusCode()).isEqualTo(404);
        practising.approves(number);
        assertThat(new Browser(port).get("/practices/" + number).body()).contains("本问题由体验官 周晓明 提出");
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse(answer.statusCode() + " " + answer.body());
    }
}
