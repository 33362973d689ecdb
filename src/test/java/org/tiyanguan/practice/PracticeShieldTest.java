package org.tiyanguan.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tiyanguan.experience.NamedOfficer.NAME;
import static org.tiyanguan.experience.NamedOfficer.TELLTALE;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tiyanguan.Browser;
import org.tiyanguan.EngineRoots;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.experience.DepartmentsEyes;
import org.tiyanguan.privacy.Telltale;
import org.tiyanguan.rectification.Loop;

/** Neither departments nor the public learn from a practice who reported, nominated or refused to be named. */
@IntegrationTest
class PracticeShieldTest extends DepartmentsEyes {

    private static final Pattern LINK = Pattern.compile("(?:href|src)=\"(/[^\"#]*)\"");

    @Autowired
    Practising practising;

    @Autowired
    Loop loop;

    @Test
    void nobody_learns_from_a_practice_who_reported_it() {
        Map<String, Object> problem = Loop.problem();
        TELLTALE.report().forEach(problem::put);
        problem.put("officer", account);
        problem.put("occurredOn", "2026-03-20");
        String entry = practising.verified(problem);
        loop.complete(account, entry, "officer-confirm", Map.of("confirmation", "CONFIRM", "rating", "5"));
        String number = practising.nominated(account, entry, TELLTALE.text("我反映的这一件改得好"));
        tellsNobody(number, 0);
        practising.complete("center", number, "center-nominate-practice", Map.of("nomination", "TAKE"));
        assertThat(tells(practising
                        .visibleTo(practising.task("center", number, "center-write-practice"))
                        .get("before")
                        .toString()))
                .as("what the text begins with")
                .isFalse();
        Map<String, Object> text = Practising.text();
        text.put("done", TELLTALE.text("增开了两个窗口"));
        assertThatThrownBy(() -> practising.complete("center", number, "center-write-practice", text))
                .hasMessageContaining("不能出现能认出人的内容");
        text.put("done", Practising.text().get("done"));
        text.put("namesOfficer", true);
        practising.complete("center", number, "center-write-practice", text);
        tellsNobody(number, 1);
        practising.complete(
                "gongan", number, "department-check-practice", Map.of("check", "CORRECT", "correction", "是三个窗口"));
        practising.complete("center", number, "center-write-practice", text);
        practising.agrees(number);
        tellsNobody(number, 2);
        practising.complete(account, number, "officer-consent-practice", Map.of("consent", "NO"));
        practising.complete(
                "leader",
                number,
                "leader-approve-practice",
                Map.of("approval", "BACK", "approvalReason", NAME + "不同意写，请删去"));
        text.put("namesOfficer", false);
        practising.complete("center", number, "center-write-practice", text);
        practising.agrees(number);
        practising.approves(number);
        tellsNobody(number, 3);
        practising.adopts("shebao", number, "APPLIED", TELLTALE.text("增开了一个窗口"));
        tellsNobody(number, 4);
        practising.timePassesTo(number, "2026-09-24T09:00:00");
        practising.looksAtEffect(number, "STAYS", NAME + "又来看过，仍然执行");
        tellsNobody(number, 5);
        practising.timePassesTo(number, "2027-03-24T09:00:00");
        practising.looksAtEffect(number, "WITHDRAW", "窗口已调整，做法不再适用");
        tellsNobody(number, 6);
        keptFromDepartments("recipient like 'gongan%' or recipient like 'shebao%'");
    }

    /** What departments find, and what everybody does. */
    private void tellsNobody(String number, int moment) {
        for (String user : List.of("gongan", "gongan-head", "shebao")) {
            String root = EngineRoots.inTurn(moment, user.length());
            Browser department = Browser.of(port, user);
            noneOf(
                    department,
                    "/practices",
                    "/practices/" + number,
                    "/practices/" + number + "?draft=true",
                    "/practices/" + number + "/task",
                    "/officer/practices/" + number,
                    "/notices",
                    "/ledger",
                    "/");
            for (String file : List.of("material.docx", "material.docx?draft=true"))
                assertThat(tells(Telltale.words(department.file("/practices/" + number + "/" + file))))
                        .as(file)
                        .isFalse();
            LISTS.forEach(list -> noneOf(department, root + list));
            practising.tasks(number).forEach(task -> {
                for (String part : List.of(
                        "", "/form-variables", "/deployed-form", "/identity-links", "/comment", "/variables", "/form"))
                    noneOf(department, root + "task/" + task.getId() + part);
                noneOf(
                        department,
                        root + "process-instance/" + task.getProcessInstanceId() + "/variables",
                        root + "process-instance/" + task.getProcessInstanceId() + "/activity-instances",
                        root + "history/user-operation?processInstanceId=" + task.getProcessInstanceId());
            });
        }
        Browser anybody = new Browser(port);
        for (String page : List.of("/", "/practices", "/practices.atom", "/practices/" + number)) {
            noneOf(anybody, page);
            Matcher link = LINK.matcher(anybody.get(page).body());
            while (link.find())
                // A public notice (公示) names who is to be appointed, in part.
                if (!link.group(1).startsWith("/calls/"))
                    noneOf(anybody, link.group(1).replace("&amp;", "&"));
        }
    }
}
