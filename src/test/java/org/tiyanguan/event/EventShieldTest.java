package org.tiyanguan.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tiyanguan.experience.NamedOfficer.NAME;
import static org.tiyanguan.experience.NamedOfficer.PHONE;
import static org.tiyanguan.experience.NamedOfficer.TELLTALE;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tiyanguan.Browser;
import org.tiyanguan.EngineRoots;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.experience.DepartmentsEyes;
import org.tiyanguan.privacy.Telltale;

/** Departments in the same event never learn which officer said what. */
@IntegrationTest
class EventShieldTest extends DepartmentsEyes {

    @Autowired
    Eventing eventing;

    @Test
    void no_department_in_the_same_event_learns_which_officer_said_what() throws Exception {
        Map<String, Object> plan = eventing.plan(account, "officer2");
        plan.putAll(Map.of(
                "startsAt", "2026-03-27T14:00+08:00",
                "endsAt", "2026-03-27T16:00+08:00",
                "replyDue", "2026-03-26T17:30+08:00",
                "agenda", "一、" + NAME + "发言\n二、联系电话" + PHONE));
        plan.put("departments", Eventing.json("dept-gongan"));
        String number = eventing.planned("SYMPOSIUM", plan);
        eventTellsNobody(number, 0);
        eventing.reply(account, number, "QUESTION", TELLTALE.text("我是" + account + "，几点结束？"));
        eventTellsNobody(number, 1);
        eventing.complete("center", number, "center-answer-question", Map.of("answer", NAME + "您好，四点结束。"));
        eventing.reply(account, number, "YES", null);
        eventing.timePassesTo(number, "2026-03-27T16:00:00");
        Map<String, Object> record = eventing.record(number, account, "dept-gongan");
        record.put("minutes", TELLTALE.text("会议听取了意见。" + NAME + "反映户籍窗口排队，欧阳女士说等了两个小时，账号" + account));
        eventing.said(record, number, 1, account, "PROBLEM", TELLTALE.text("户籍窗口排队过久"));
        eventing.said(record, number, 2, "dept-gongan", "SUGGESTION", "希望增加叫号屏");
        eventing.complete("center", number, "center-record-event", record);
        eventTellsNobody(number, 2);
        eventing.complete(
                account,
                number,
                "officer-confirm-minutes",
                Map.of("agreement", "OBJECT", "correction", TELLTALE.text("我说的是三楼")));
        eventing.complete("gongan", number, "officer-confirm-minutes", Map.of("agreement", "AGREE"));
        eventing.complete(
                "center",
                number,
                "center-correct-minutes",
                Map.of("minutes", NAME + "反映三楼窗口排队，市公安局作了说明。", "correctionAnswer", "已改为三楼。"));
        Map<String, Object> finding = Eventing.finding("户籍窗口排队过久");
        TELLTALE.report().forEach(finding::put);
        finding.put("occurredOn", "2026-03-27");
        eventing.settle(number, TELLTALE.text("户籍窗口排队过久"), finding);
        eventing.settle(number, "希望增加叫号屏", Map.of("settlement", "ANSWER", "answer", NAME + "也提过，已列入计划。"));
        eventTellsNobody(number, 3);
        String ledger = jdbc.sql("select ledger from event_opinion where event = ? and ledger is not null")
                .param(number)
                .query(String.class)
                .single();
        experiencing.complete(
                "center", ledger, "center-triage", Map.of("triage", "ACCEPT", "triageReason", "情况属实，予以受理"));
        experiencing.complete(
                "center", ledger, "center-assign", Map.of("department1", "gongan", "instruction1", "请整改窗口排队"));
        findsNobody(ledger, 4);
        eventTellsNobody(number, 4);
        assertThat(Browser.of(port, "gongan").get("/events/" + number).body())
                .contains("群众代表1反映三楼窗口排队", "希望增加叫号屏")
                .doesNotContain(ledger);
        keptFromDepartments("recipient like 'gongan%'");
    }

    /** What a department finds that is invited to the same event. */
    private void eventTellsNobody(String number, int moment) {
        for (String user : List.of("gongan", "gongan-head")) {
            String root = EngineRoots.inTurn(moment, user.length());
            Browser department = Browser.of(port, user);
            String box = boxes.path(number);
            noneOf(
                    department,
                    "/events",
                    "/events/" + number,
                    "/events/" + number + "/task",
                    "/events/" + number + "/sign-in",
                    "/events/" + number + ".ics",
                    "/officer/events/" + number,
                    "/calendar?month=2026-03",
                    "/notices",
                    "/ledger",
                    box);
            for (String file : List.of("notice.docx", "minutes.docx", "minutes.docx?copy=", "sign-in.docx"))
                assertThat(tells(Telltale.words(department.file("/events/" + number + "/" + file))))
                        .as(file)
                        .isFalse();
            department.postForm("/calendar/feed", Map.of("act", "make"));
            String feed = department
                    .get("/calendar")
                    .body()
                    .replaceAll("(?s).*<code>https?://[^/]*(/calendar/[^<]*)</code>.*", "$1");
            noneOf(new Browser(port), feed);
            LISTS.forEach(list -> noneOf(department, root + list));
            eventing.tasks(number).forEach(task -> {
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
    }
}
