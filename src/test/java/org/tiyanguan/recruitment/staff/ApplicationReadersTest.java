package org.tiyanguan.recruitment.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tiyanguan.AtTime;
import org.tiyanguan.Browser;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.recruitment.ApplicationFiles;
import org.tiyanguan.recruitment.ApplicationFiles.Kind;
import org.tiyanguan.recruitment.Applications;
import org.tiyanguan.recruitment.Recruiting;
import org.tiyanguan.recruitment.site.Visitor;
import org.tiyanguan.security.Accounts;

/** Who reads what of an application on the pages of centre, leader and units; each look at personal data is logged. */
@IntegrationTest
@AtTime("2026-03-02T10:00:00")
class ApplicationReadersTest {

    private static final List<String> PERSONAL = List.of("13800138000", "1985-06-01", "良好", "云城区", "ren@example.org");

    @LocalServerPort
    int port;

    @Autowired
    Recruiting recruiting;

    @Autowired
    Applications applications;

    @Autowired
    ApplicationFiles files;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    @ParameterizedTest
    @ValueSource(strings = {"center", "leader"})
    void those_who_decide_see_all_of_it_when_they_ask_and_each_look_is_logged(String user) {
        String number = recruiting.applied(recruiting.opened(), "王小明");
        Browser browser = Browser.of(port, user);
        assertThat(browser.get("/applications/" + number).body())
                .contains("王小明", "查看完整信息", "138＊＊＊＊8000", "1985-＊＊-＊＊")
                .doesNotContain(PERSONAL);
        assertThat(read(number)).isEmpty();

        assertThat(browser.postForm("/applications/" + number + "/whole", Map.of())
                        .body())
                .contains(PERSONAL);
        assertThat(read(number)).containsExactly(user + " " + number + "：全部信息");
        Browser admin = Browser.of(port, "admin");
        assertThat(admin.get("/admin/audit?kind=PERSONAL").body()).contains("查看个人信息", number + "：全部信息");
    }

    @Test
    void a_unit_sees_its_own_candidates_masked_and_no_others() {
        String call = recruiting.opened();
        String own = recruiting.recommended(call, "李小红");
        String other = recruiting.applied(call, "王小明");
        Browser unit = Browser.of(port, "unit");
        assertThat(unit.get("/applications").body())
                .contains(own, "李小红")
                .doesNotContain(other, "王小明", "名额", "forms.zip");
        assertThat(unit.get("/applications/" + own).body())
                .contains("李小红", "推荐表")
                .doesNotContain(PERSONAL)
                .doesNotContain("查看完整信息");
        assertThat(unit.postForm("/applications/" + own + "/whole", Map.of()).statusCode())
                .isEqualTo(403);
        for (String page : List.of("", "/annex.docx", "/photo", "/letter.docx"))
            assertThat(unit.get("/applications/" + other + page).statusCode())
                    .as(page)
                    .isEqualTo(404);
        assertThat(unit.get("/applications/forms.zip?call=" + call).statusCode())
                .isEqualTo(403);

        accounts.user("gsl", "何", "云", "gsl@example.org", "Demo#2026", "unit-gsl");
        assertThat(Browser.of(port, "gsl").get("/applications/" + own).statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_unit_learns_what_the_centre_thinks_when_it_is_decided() {
        String number = recruiting.recommended(recruiting.opened(), "李小红");
        recruiting.propose(number);
        Browser unit = Browser.of(port, "unit");
        assertThat(unit.get("/applications/" + number).body())
                .contains("推荐单位意见")
                .doesNotContain("材料齐全", "建议入选");
        assertThat(Browser.of(port, "leader").get("/applications/" + number).body())
                .contains("材料齐全，建议入选。");
        recruiting.decide(number, "APPROVE");
        assertThat(unit.get("/applications/" + number).body()).contains("材料齐全，建议入选。");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gongan", "officer", "designer", "admin"})
    void nobody_else_gets_in(String user) {
        String number = recruiting.applied(recruiting.opened(), "王小明");
        Browser browser = Browser.of(port, user);
        for (String page : List.of("", "/" + number, "/" + number + "/annex.docx"))
            assertThat(browser.get("/applications" + page).statusCode())
                    .as(page)
                    .isEqualTo(403);
    }

    @Test
    void photos_scans_and_prints_are_logged_one_by_one() {
        String call = recruiting.opened();
        String number = recruiting.recommended(call, "李小红");
        files.put(number, Kind.PHOTO, "image/jpeg", Visitor.photo("jpg", 295, 413));
        files.put(number, Kind.SEALED, "application/pdf", "%PDF-1.7".getBytes(StandardCharsets.UTF_8));
        Browser unit = Browser.of(port, "unit");
        assertThat(unit.get("/applications/" + number + "/photo").headers().firstValue("Content-Type"))
                .contains("image/jpeg");
        assertThat(unit.get("/applications/" + number + "/sealed")
                        .headers()
                        .firstValue("Content-Disposition")
                        .orElseThrow())
                .startsWith("attachment");
        assertThat(unit.get("/applications/" + number + "/annex.docx").statusCode())
                .isEqualTo(200);
        Browser center = Browser.of(port, "center");
        assertThat(center.get("/applications/forms.zip?call=" + call).headers().firstValue("Content-Type"))
                .contains("application/zip");
        assertThat(read(number))
                .containsExactly(
                        "unit " + number + "：证件照", "unit " + number + "：盖章扫描件", "unit " + number + "：下载推荐表（自荐表）");
        assertThat(read(call)).containsExactly("center " + call + "：下载全部表格和聘书");
    }

    @Test
    void what_is_erased_is_gone_from_pages_prints_and_files() {
        String call = recruiting.opened();
        String number = recruiting.applied(call, "王小明");
        files.put(number, Kind.PHOTO, "image/jpeg", Visitor.photo("jpg", 295, 413));
        recruiting.complete("center", number, "center-check", Map.of("check", "OPPOSE", "centerOpinion", "不符合要求。"));
        recruiting.decide(number, "REFUSE");
        recruiting.timePassesTo(number, "2026-08-31T10:00:00");
        Browser center = Browser.of(port, "center");
        assertThat(center.get("/applications?call=" + call).body())
                .contains(number, "已删除")
                .doesNotContain("王小明");
        assertThat(center.get("/applications/" + number).body())
                .contains("个人信息已删除")
                .doesNotContain("王小明", "查看完整信息");
        for (String page : List.of("/annex.docx", "/photo"))
            assertThat(center.get("/applications/" + number + page).statusCode())
                    .isEqualTo(404);
        assertThat(center.get("/applications/forms.zip?call=" + call).statusCode())
                .isEqualTo(200);
        for (String table : List.of(
                "act_hi_taskinst",
                "act_hi_actinst",
                "act_hi_procinst",
                "act_hi_comment",
                "act_hi_identitylink",
                "act_ru_variable",
                "notice",
                "recruitment_event"))
            assertThat(jdbc.sql("select * from " + table).query().listOfRows().toString())
                    .as(table)
                    .doesNotContain("王小明", "13800138000");
    }

    private List<String> read(String number) {
        return jdbc.sql(
                        "select actor || ' ' || detail from audit_event where kind = 'PERSONAL' and detail like ? order by id")
                .param(number + "%")
                .query(String.class)
                .list();
    }
}
