package org.tiyanguan.annual;

import static org.tiyanguan.experience.NamedOfficer.NAME;
import static org.tiyanguan.experience.NamedOfficer.PHONE;
import static org.tiyanguan.experience.NamedOfficer.TELLTALE;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tiyanguan.Browser;
import org.tiyanguan.EngineRoots;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.experience.DepartmentsEyes;

/** Departments learn from a year's summary neither who was asked nor who said what, at no step of it. */
@IntegrationTest
class AnnualShieldTest extends DepartmentsEyes {

    @Autowired
    Summing summing;

    @Autowired
    YearLedger ledger;

    private String contested;

    @BeforeEach
    void a_year_with_entries() {
        Summing.now("2026-12-01T09:00:00");
        summing.afresh();
        contested = ledger.entries("gongan", 12, 5);
    }

    @Test
    void no_department_learns_who_said_what() {
        summing.opened();
        tellsNobody(0);
        summing.says(account, TELLTALE.text("希望多安排周末体验"));
        summing.contests("gongan", contested, "我们没有超期，请核实");
        tellsNobody(1);
        summing.complete(
                "center",
                "center-answer-contest",
                Map.of("contestAnswer", "STANDS", "answerReason", NAME + "当天在场，电话" + PHONE + "，数据不变。"));
        tellsNobody(2);
        summing.gathered();
        summing.approves();
        tellsNobody(3);
        summing.dropsMeeting();
        summing.complete(
                "center",
                "center-decide-meeting",
                Map.of("meetingDecision", "WITHOUT", "meetingNote", NAME + "等书面提了意见"));
        summing.complete(
                "center", "center-answer-opinions", Map.of("adoption", "ADOPTED", "answer", NAME + "您好，已列入明年的计划。"));
        tellsNobody(4);
        summing.complete("leader", "leader-issue", Map.of("release", "ISSUE"));
        tellsNobody(5);
        keptFromDepartments("recipient like 'gongan%' and number = 'NZ-2026'");
        noneOf(new Browser(port), "/annual/2026", "/");
    }

    private void tellsNobody(int moment) {
        for (String user : List.of("gongan", "gongan-head")) {
            Browser department = Browser.of(port, user);
            String root = EngineRoots.inTurn(moment, user.length());
            noneOf(
                    department,
                    "/annual",
                    "/annual/2026",
                    "/annual/2026/draft",
                    "/annual/2026/task",
                    "/annual/2026/report.docx",
                    "/officer/annual",
                    "/notices");
            LISTS.forEach(list -> noneOf(department, root + list));
            summing.tasks().forEach(task -> {
                for (String part : List.of("", "/form-variables", "/identity-links", "/variables", "/deployed-form"))
                    noneOf(department, root + "task/" + task.getId() + part);
                noneOf(
                        department,
                        root + "process-instance/" + task.getProcessInstanceId() + "/variables",
                        root + "history/user-operation?processInstanceId=" + task.getProcessInstanceId());
            });
        }
    }
}
