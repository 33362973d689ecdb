package org.tiyanguan.experience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tiyanguan.experience.NamedOfficer.EMAIL;
import static org.tiyanguan.experience.NamedOfficer.NAME;
import static org.tiyanguan.experience.NamedOfficer.PHONE;
import static org.tiyanguan.experience.NamedOfficer.TELLTALE;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tiyanguan.Browser;
import org.tiyanguan.EngineRoots;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.event.Eventing;
import org.tiyanguan.evidence.EvidenceBoxes;
import org.tiyanguan.privacy.Telltale;

/** A department looks everywhere for who reported; see ShieldTest for what it may do to others' tasks. */
@IntegrationTest
class OfficerShieldTest {

    /** All lists of the REST interface that could name somebody. */
    private static final List<String> LISTS = List.of(
            "task",
            "task?withCommentAttachmentInfo=true",
            "user",
            "group",
            "group?memberOf=x",
            "authorization",
            "filter",
            "process-instance",
            "execution",
            "variable-instance",
            "event-subscription",
            "incident",
            "job",
            "job/count",
            "process-definition",
            "process-definition/statistics",
            "deployment",
            "decision-definition",
            "tenant",
            "batch",
            "external-task",
            "modification",
            "history/task",
            "history/task/count",
            "history/process-instance",
            "history/activity-instance",
            "history/variable-instance",
            "history/detail",
            "history/identity-link-log",
            "history/user-operation",
            "history/incident",
            "history/job-log",
            "history/decision-instance",
            "history/external-task-log",
            "history/batch",
            "history/process-instance/report?reportType=duration&periodUnit=month",
            "metrics",
            "schema/log",
            "telemetry/configuration");

    @LocalServerPort
    int port;

    @Autowired
    Experiencing experiencing;

    @Autowired
    NamedOfficer officer;

    @Autowired
    Eventing eventing;

    @Autowired
    EvidenceBoxes boxes;

    @Autowired
    JdbcClient jdbc;

    private String account;

    @BeforeEach
    void appoint() {
        account = officer.appointed();
    }

    @AfterEach
    void resetClock() {
        ClockUtil.reset();
    }

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
        assertThat(jdbc.sql("select data from notice where recipient like 'gongan%'")
                        .query(String.class)
                        .list())
                .isNotEmpty()
                .noneMatch(this::tells);
        assertThat(jdbc.sql("select variables.text_ from act_hi_varinst variables where text_ is not null")
                        .query(String.class)
                        .list())
                .noneMatch(text -> text.contains(NAME) || text.contains(PHONE));
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
        assertThat(jdbc.sql("select data from notice where recipient like 'gongan%'")
                        .query(String.class)
                        .list())
                .isNotEmpty()
                .noneMatch(this::tells);
        assertThat(jdbc.sql("select variables.text_ from act_hi_varinst variables where text_ is not null")
                        .query(String.class)
                        .list())
                .noneMatch(text -> text.contains(NAME) || text.contains(PHONE));
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

    /** @param moment counts how far the case has come */
    private void findsNobody(String number, int moment) {
        List<String> people = List.of("gongan", "gongan-head");
        for (String user : people) {
            String root = EngineRoots.inTurn(moment, people.indexOf(user));
            Browser department = Browser.of(port, user);
            String box = boxes.path(number);
            noneOf(
                    department,
                    "/",
                    "/ledger",
                    "/ledger/" + number,
                    "/ledger/" + number + "/task",
                    box,
                    "/camunda/app/tasklist/default/",
                    "/assignments",
                    "/applications",
                    "/officer",
                    "/officer/" + number,
                    "/error",
                    "/ledger.csv",
                    "/notices");
            for (String file : files(number))
                assertThat(tells(Telltale.words(department.file(file))))
                        .as(file)
                        .isFalse();
            jdbc.sql("select id from evidence where number = ?")
                    .param(number)
                    .query(Long.class)
                    .list()
                    .forEach(id -> noneOf(department, box + "/" + id, box + "/" + id + "/thumbnail"));
            LISTS.forEach(list -> noneOf(department, root + list));
            experiencing.tasks(number).forEach(task -> {
                for (String part : List.of(
                        "",
                        "/form-variables",
                        "/deployed-form",
                        "/identity-links",
                        "/comment",
                        "/attachment",
                        "/variables",
                        "/form")) noneOf(department, root + "task/" + task.getId() + part);
                noneOf(
                        department,
                        root + "process-instance/" + task.getProcessInstanceId() + "/variables",
                        root + "process-instance/" + task.getProcessInstanceId() + "/activity-instances",
                        root + "history/user-operation?processInstanceId=" + task.getProcessInstanceId());
            });
            // Neither by asking for a name, nor by the order in which things come.
            assertThat(department.get("/ledger?q=" + number).body()).contains("/ledger/" + number);
            for (String secret : List.of(NAME, PHONE, EMAIL, account))
                assertThat(department
                                .get("/ledger?q=" + URLEncoder.encode(secret, StandardCharsets.UTF_8))
                                .body())
                        .doesNotContain("/ledger/" + number);
            for (String sort : List.of("officer", "reporter", "name", "user_id"))
                assertThat(department.get("/ledger?sort=" + sort).statusCode()).isEqualTo(400);
            for (String question : List.of(
                    "{\"assigneeLike\":\"%" + account + "%\"}",
                    "{\"involvedUser\":\"" + account + "\"}",
                    "{\"owner\":\"" + account + "\"}",
                    "{\"processVariables\":[{\"name\":\"officer\",\"operator\":\"eq\",\"value\":\"" + account + "\"}]}",
                    "{\"processVariables\":[{\"name\":\"reporter\",\"operator\":\"like\",\"value\":\"%" + NAME
                            + "%\"}]}",
                    "{\"taskVariables\":[{\"name\":\"caseView\",\"operator\":\"like\",\"value\":\"%" + NAME + "%\"}]}"))
                assertThat(department.send("POST", root + "task", question).body())
                        .as(question)
                        .isIn("[]", refused(department, root, question));
        }
    }

    /** Some questions are not answered at all. */
    private static String refused(Browser department, String root, String question) {
        HttpResponse<String> answer = department.send("POST", root + "task", question);
        return answer.statusCode() >= 400 ? answer.body() : "[]";
    }

    private void noneOf(Browser department, String... paths) {
        for (String path : paths) {
            HttpResponse<String> answer = department.get(path);
            assertThat(tells(answer.body())).as(path).isFalse();
            assertThat(tells(answer.headers().map().toString())).as(path).isFalse();
        }
    }

    private boolean tells(String text) {
        return NamedOfficer.isIn(text, account);
    }

    private List<String> files(String number) {
        return Stream.concat(
                        Stream.of("/ledger.xlsx", "/ledger/" + number + "/closing.docx"),
                        jdbc
                                .sql("select id from rectification_part where number = ?")
                                .param(number)
                                .query(Long.class)
                                .list()
                                .stream()
                                .map(part -> "/ledger/" + number + "/parts/" + part + "/rectification.docx"))
                .toList();
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
