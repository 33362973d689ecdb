package org.tiyanguan.experience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tiyanguan.experience.NamedOfficer.NAME;
import static org.tiyanguan.experience.NamedOfficer.PHONE;
import static org.tiyanguan.experience.NamedOfficer.TELLTALE;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tiyanguan.Browser;
import org.tiyanguan.EngineRoots;
import org.tiyanguan.IntegrationTest;

/** A department looks everywhere for who reported; see ShieldTest for what it may do to others' tasks. */
@IntegrationTest
class OfficerShieldTest extends DepartmentsEyes {

    @Test
    void no_department_finds_out_who_reported() throws Exception {
        List<String> numbers = officer.reported(account, false);
        String number = numbers.get(0);
        experiencing.complete(
                "center", number, "center-triage", Map.of("triage", "ACCEPT", "triageReason", "情况属实，予以受理"));
        experiencing.complete(
                "center", number, "center-assign", Map.of("department1", "gongan", "instruction1", "请整改窗口排队"));
        findsNobody(number, 0);
        experiencing.complete("gongan", number, "department-accept", Map.of("acceptance", "ACCEPT"));
        findsNobody(number, 1);
        experiencing.complete(
                "gongan", number, "department-rectify", Map.of("progress", "DONE", "result", "已增开两个窗口，等候不超过二十分钟。"));
        verifyGood(number);
        findsNobody(number, 2);
        experiencing.complete(
                account,
                number,
                "officer-confirm",
                Map.of(
                        "confirmation",
                        "OBJECT",
                        "objection",
                        TELLTALE.text("再去还是只有一个窗口，我是" + account + "，我的电话8812345")));
        verifyGood(number);
        experiencing.complete(account, number, "officer-confirm", Map.of("confirmation", "CONFIRM", "rating", "4"));
        findsNobody(number, 3);
        assertThat(tells(Browser.of(port, "center").get("/ledger/" + number).body()))
                .isTrue();
        keptFromDepartments("recipient like 'gongan%'");
    }

    @Test
    void who_agrees_is_shown_to_the_department_that_mends_it_and_to_nobody_else() throws Exception {
        String number = officer.reported(account, true).get(0);
        experiencing.complete(
                "center", number, "center-triage", Map.of("triage", "ACCEPT", "triageReason", "情况属实，予以受理"));
        experiencing.complete(
                "center", number, "center-assign", Map.of("department1", "gongan", "instruction1", "请整改窗口排队"));
        Browser gongan = Browser.of(port, "gongan");
        assertThat(gongan.get("/ledger/" + number).body()).contains("反映人愿意联系", NAME, PHONE);
        assertThat(jdbc.sql("select detail from audit_event where kind = 'PERSONAL' and actor = 'gongan'")
                        .query(String.class)
                        .list())
                .containsExactly(number + "：反映人的姓名和电话");
        assertThat(gongan.get("/ledger").body()).doesNotContain(NAME);
        for (String root : EngineRoots.ALL)
            noneOf(gongan, root + "task", root + "history/task", root + "variable-instance");
        assertThat(experiencing
                        .visibleTo(experiencing.task("gongan", number, "department-accept"))
                        .toString())
                .contains("contactable\":true")
                .doesNotContain(NAME, PHONE);
        assertThat(Browser.of(port, "shebao").get("/ledger/" + number).statusCode())
                .isEqualTo(404);
        experiencing.complete("gongan", number, "department-accept", Map.of("acceptance", "ACCEPT"));
        experiencing.complete(
                "gongan", number, "department-rectify", Map.of("progress", "DONE", "result", "已增开两个窗口，等候不超过二十分钟。"));
        assertThat(gongan.get("/ledger/" + number).body()).doesNotContain(NAME, PHONE);
    }

    private void verifyGood(String number) {
        experiencing.complete(
                "center",
                number,
                "center-verify",
                Map.of(
                        "verification",
                        "GOOD",
                        "verifyMethod",
                        "ON_SITE",
                        "verifyNote",
                        "现场查看属实",
                        "answer",
                        "窗口已增开两个，欢迎再来体验。"));
    }
}
