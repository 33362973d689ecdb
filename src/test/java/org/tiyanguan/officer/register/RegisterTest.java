package org.tiyanguan.officer.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tiyanguan.Browser;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.experience.Experiencing;
import org.tiyanguan.officer.Officer;
import org.tiyanguan.officer.Officers;
import org.tiyanguan.officer.TermEnd;
import org.tiyanguan.officer.Terms;
import org.tiyanguan.recruitment.Recruiting;
import org.tiyanguan.rectification.Loop;

/** The register: what each role sees of the officers, the file of one, and the list as a sheet. */
@IntegrationTest
class RegisterTest {

    private static final List<String> PERSONAL = List.of("13800138000", "1985-06-01", "良好", "wang@example.org");

    @LocalServerPort
    int port;

    @Autowired
    Recruiting recruiting;

    @Autowired
    Experiencing experiencing;

    @Autowired
    Loop loop;

    @Autowired
    Officers officers;

    @Autowired
    Terms terms;

    @Autowired
    IdentityService identity;

    @Autowired
    JdbcClient jdbc;

    private Officer officer;

    @BeforeEach
    void an_officer_is_appointed() {
        officer = officers.of(recruiting.appointed("王小明", "13800138000", "wang@example.org"))
                .orElseThrow();
        named("王" + officer.account());
    }

    @AfterEach
    void resetClock() {
        ClockUtil.reset();
    }

    /** Each test has an officer of another name. */
    private void named(String name) {
        User user = identity.createUserQuery().userId(officer.account()).singleResult();
        user.setLastName(name.substring(0, 1));
        user.setFirstName(name.substring(1));
        user.setPassword("Demo#2026");
        identity.saveUser(user);
    }

    private String name() {
        return "王" + officer.account();
    }

    // ---- the list

    @ParameterizedTest
    @ValueSource(strings = {"center", "leader"})
    void centre_and_leader_see_all_officers(String user) {
        jdbc.sql("insert into officer_tie (account, department) values (?, 'gongan')")
                .param(officer.account())
                .update();
        Browser browser = Browser.of(port, user);
        assertThat(browser.get("/").body()).contains("/officers");
        assertThat(row(browser.get("/officers?q=" + officer.account()).body()))
                .contains(
                        "/officers/" + officer.account(),
                        "在聘",
                        officer.termUntil().toString(),
                        "市公安局",
                        "—");
        assertThat(browser.get("/officers").body()).contains("/officers/officer2\"", "导出 Excel");
    }

    @Test
    void points_attendance_and_the_last_visit_are_of_this_year() {
        String account = officer.account();
        Experiencing.now("2026-03-24T10:00:00");
        Map<String, Object> plan = experiencing.plan(account);
        plan.putAll(Map.of("firstDay", "2026-03-24", "lastDay", "2026-03-30"));
        String number = experiencing.planned(plan);
        experiencing.reply(account, number, "YES", null);
        experiencing.send(account, number, 1);
        Browser center = Browser.of(port, "center");
        String row =
                row(center.get("/officers?cols=NAME,POINTS,ATTENDANCE,LAST,ASSIGNMENTS,FINDINGS&q=" + officer.account())
                        .body());
        assertThat(row).contains(">5<", ">100%<", ">2026-03-24<", ">1<").doesNotContain("在聘");
        String file = center.get("/officers/" + account).body();
        assertThat(file)
                .contains("体验任务（1）", "/assignments/" + number, "户籍窗口暗访", "反映的问题和建议（1）", "/ledger/TYG-2026-", "待梳理");
    }

    @ParameterizedTest
    @CsvSource({
        "state=SERVING, false",
        "state=ENDED, true",
        "state=RESIGNED, true",
        "state=DISMISSED, false",
        "within=400, false",
        "category=ENTERPRISE, false"
    })
    void filters_choose_by_state_and_term(String filter, boolean found) {
        terms.end(officer.account(), TermEnd.RESIGNED, LocalDate.parse("2026-03-20"), "", null);
        String list = Browser.of(port, "center")
                .get("/officers?" + filter + "&q=" + officer.account())
                .body();
        assertThat(list.contains("/officers/" + officer.account())).isEqualTo(found);
    }

    @Test
    void terms_that_end_soon_can_be_asked_for() {
        Recruiting.now(officer.termUntil().minusDays(20) + "T10:00:00");
        Browser center = Browser.of(port, "center");
        String path = "/officers?q=" + officer.account() + "&within=";
        assertThat(center.get(path + 20).body()).contains("/officers/" + officer.account());
        assertThat(center.get(path + 19).body()).contains("没有符合条件的体验官");
        assertThat(center.get(path + "-1").statusCode()).isEqualTo(400);
        assertThat(center.get(path + "soon").statusCode()).isEqualTo(400);
    }

    @Test
    void a_sheet_has_the_same_lines_and_the_columns_chosen_and_is_logged() throws IOException {
        named("=1+" + officer.account());
        Browser leader = Browser.of(port, "leader");
        byte[] file = leader.file("/officers.xlsx?cols=NAME,CATEGORY,UNTIL,POINTS&q=" + officer.account());
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            XSSFSheet sheet = book.getSheet("体验官");
            assertThat(sheet.getLastRowNum()).isEqualTo(1);
            assertThat(sheet.getRow(0).getCell(2).getStringCellValue()).isEqualTo("聘期至");
            assertThat(sheet.getRow(1).getCell(0).getStringCellValue()).startsWith("=1+");
            assertThat(sheet.getRow(1).getCell(0).getCellStyle().getQuotePrefixed())
                    .isTrue();
            assertThat(DateUtil.isCellDateFormatted(sheet.getRow(1).getCell(2))).isTrue();
            assertThat(sheet.getRow(1).getCell(3).getNumericCellValue()).isZero();
            assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
        }
        assertThat(jdbc.sql("select detail from audit_event where kind = 'EXPORT' and actor = 'leader'")
                        .query(String.class)
                        .list())
                .anyMatch(line -> line.contains("/officers.xlsx") && line.contains(officer.account()));
    }

    // ---- the file

    @ParameterizedTest
    @ValueSource(strings = {"center", "leader"})
    void the_file_is_masked_until_somebody_asks_and_each_look_is_logged(String user) {
        Browser browser = Browser.of(port, user);
        String path = "/officers/" + officer.account();
        assertThat(browser.get(path).body())
                .contains(name(), officer.letter(), officer.application(), "聘任", "138＊＊＊＊8000", "1985-＊＊-＊＊")
                .doesNotContain(PERSONAL);
        assertThat(looks(user)).isZero();
        assertThat(browser.postForm(path + "/whole", Map.of()).body()).contains(PERSONAL);
        assertThat(looks(user)).isOne();
        assertThat(browser.get("/applications/" + officer.application()).body()).contains(path);
    }

    @Test
    void the_file_shows_the_chain_of_terms_and_how_it_ended() {
        LocalDate from = terms.renewalFrom(officer.account());
        terms.renew(officer.account(), "PS-2098-" + officer.id(), from, from.plusYears(1), "KH-2026-000009");
        terms.end(officer.account(), TermEnd.DISMISSED, LocalDate.parse("2026-03-20"), "多次无故缺席", null);
        assertThat(Browser.of(port, "center")
                        .get("/officers/" + officer.account())
                        .body())
                .contains("续聘", "PS-2098-" + officer.id(), "2026-03-20 解聘", "多次无故缺席");
    }

    @Test
    void an_account_that_an_administrator_made_has_a_file_without_terms() {
        assertThat(Browser.of(port, "center").get("/officers/officer10").body()).contains("聘期没有登记", "在聘");
    }

    // ---- others

    @Test
    void a_unit_sees_of_its_own_people_that_they_serve_or_not_and_how_often_they_went() {
        loop.reportOf(officer.account(), "OFFICER");
        terms.end(officer.account(), TermEnd.DISMISSED, LocalDate.parse("2026-03-20"), "多次无故缺席", null);
        Browser unit = Browser.of(port, "unit");
        assertThat(unit.get("/officers").body()).doesNotContain(name(), "officer2");
        jdbc.sql("update officer set unit = 'unit-zgh' where account = ?")
                .param(officer.account())
                .update();
        assertThat(unit.get("/officers?q=nobody").body())
                .contains(name(), "已结束")
                .doesNotContain("解聘", "多次无故缺席", "TYG-", "积分", "/officers/" + officer.account(), officer.letter());
        assertThat(unit.get("/officers/" + officer.account()).statusCode()).isEqualTo(403);
        assertThat(unit.get("/officers.xlsx").statusCode()).isEqualTo(403);
    }

    private int looks(String user) {
        return jdbc.sql("select count(*) from audit_event where kind = 'PERSONAL' and actor = ? and detail like ?")
                .params(user, "%（" + officer.account() + "）%")
                .query(Integer.class)
                .single();
    }

    /** The only line of the list. */
    private static String row(String page) {
        return page.substring(page.indexOf("<tbody>"), page.indexOf("</tbody>"));
    }
}
