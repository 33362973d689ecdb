package org.tiyanguan.rectification;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.camunda.spin.plugin.variable.SpinValues;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tiyanguan.AtTime;
import org.tiyanguan.Browser;
import org.tiyanguan.EngineRoots;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.Scripts;
import org.tiyanguan.evidence.EvidenceBoxes;
import org.tiyanguan.ledger.Part;
import org.tiyanguan.ledger.Wording;
import org.tiyanguan.ledger.feed.Similarity;
import org.tiyanguan.privacy.Telltale;

/** No department finds out who reported, whatever it looks at and whatever others wrote about them. */
@IntegrationTest
@AtTime("2026-03-02T10:00:00")
class ReporterShieldTest {

    @LocalServerPort
    int port;

    @Autowired
    Loop loop;

    @Autowired
    Scripts scripts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    EvidenceBoxes boxes;

    @Autowired
    Similarity similarity;

    @Test
    void nothing_that_a_department_gets_names_the_reporter() {
        String number = loop.assigned("gongan");
        Task task = loop.task(number, "department-accept");
        Browser gongan = Browser.of(port, "gongan");
        for (String root : EngineRoots.ALL)
            for (String path : List.of(
                    "task/" + task.getId(),
                    "task/" + task.getId() + "/form-variables",
                    "task/" + task.getId() + "/identity-links",
                    "task/" + task.getId() + "/comment",
                    "task",
                    "history/user-operation",
                    "history/user-operation?taskId=" + task.getId(),
                    "group",
                    "group?member=officer",
                    "process-definition"))
                assertThat(gongan.get(root + path).body()).as(path).doesNotContain("officer", "晓明", "周");
        // What a task sees, a query can ask for word by word.
        assertThat(loop.visibleTo(task).toString()).doesNotContain("officer", "晓明", "周");
    }

    @Test
    void texts_that_name_the_reporter_reach_no_department_in_any_way() {
        Telltale telltale = new Telltale("张三丰");
        Map<String, Object> form = Hotline.finding();
        form.putAll(telltale.report());
        form.put("reporterName", "张三丰");
        String number = loop.report(form);
        Browser center = Browser.of(port, "center");
        loop.complete(
                "center", number, "center-triage", Map.of("triage", "ACCEPT", "triageReason", telltale.text("情况属实")));
        loop.complete(
                "center",
                number,
                "center-assign",
                Map.of("department1", "shebao", "instruction1", telltale.text("请核实")));
        center.postForm(
                "/ledger/" + number + "/parts/" + loop.part(number).id() + "/transfer",
                Map.of("department", "gongan", "reason", telltale.text("由公安办理")));
        tellsNoDepartment(telltale, number, 0);
        center.postForm("/ledger/" + number + "/urge", Map.of("reason", telltale.text("请尽快")));
        center.postForm("/ledger/" + number + "/supervise", Map.of("reason", telltale.text("请督促")));
        loop.complete("gongan", number, "department-accept", Map.of("acceptance", "ACCEPT"));
        loop.complete(
                "gongan",
                number,
                "department-rectify",
                Map.of("progress", "EXTEND", "extensionUntil", "2026-06-30", "extensionReason", "需要采购设备"));
        loop.complete(
                "leader",
                number,
                "leader-decide-extension",
                Map.of("extensionDecision", "GRANT", "decisionReason", telltale.text("同意")));
        tellsNoDepartment(telltale, number, 1);
        loop.finish(number);
        loop.complete(
                "center",
                number,
                "center-verify",
                Map.of(
                        "verification",
                        "REWORK",
                        "verifyMethod",
                        "ON_SITE",
                        "verifyNote",
                        telltale.text("还在排队"),
                        "rework",
                        SpinValues.jsonValue("[\"gongan\"]").create(),
                        "reworkDays",
                        3));
        tellsNoDepartment(telltale, number, 2);
        loop.finish(number);
        loop.complete(
                "center",
                number,
                "center-verify",
                Map.of(
                        "verification",
                        "GOOD",
                        "verifyMethod",
                        "ON_SITE",
                        "verifyNote",
                        telltale.text("现场查看"),
                        "answer",
                        telltale.text("您反映的情况已整改")));
        assertThat(loop.ended(number)).isTrue();
        tellsNoDepartment(telltale, number, 3);
        assertThat(telltale.isIn(center.get("/ledger/" + number).body())).isTrue();
        for (String path : List.of(
                "/api/ledger/" + number,
                "/api/ledger/requests/" + number + ".json",
                "/api/findings/" + number,
                "/api/ledger?limit=200"))
            assertThat(telltale.isIn(scripts.get("center", path).getBody()))
                    .as(path)
                    .isFalse();
        assertThat(jdbc.sql("select body from webhook_delivery")
                        .query(String.class)
                        .list())
                .noneMatch(telltale::isIn);
    }

    /** @param moment counts how far the case has come */
    private void tellsNoDepartment(Telltale telltale, String number, int moment) {
        List<Long> parts = loop.parts(number).stream().map(Part::id).toList();
        List<String> people = List.of("gongan", "gongan-head", "shebao");
        for (String user : people) {
            String root = EngineRoots.inTurn(moment, people.indexOf(user));
            Browser department = Browser.of(port, user);
            List<String> pages = new ArrayList<>(List.of(
                    "/",
                    "/ledger",
                    "/ledger/" + number,
                    "/ledger.csv",
                    "/notices",
                    "/ledger?cols=ITEM,PLACE,TITLE",
                    boxes.path(number),
                    "/camunda/api/task-cards?task=none"));
            List<String> files = new ArrayList<>(List.of("/ledger.xlsx", "/ledger/" + number + "/closing.docx"));
            parts.forEach(part -> files.addAll(List.of(
                    "/ledger/" + number + "/parts/" + part + "/rectification.docx",
                    "/ledger/" + number + "/parts/" + part + "/supervision.docx")));
            pages.addAll(List.of(root + "task", root + "history/task", root + "variable-instance"));
            loop.tasks(number).forEach(task -> {
                for (String part : List.of("", "/form-variables", "/variables", "/rendered-form", "/comment"))
                    pages.add(root + "task/" + task.getId() + part);
                pages.add(root + "process-instance/" + task.getProcessInstanceId() + "/variables");
            });
            loop.tasks(number).forEach(task -> pages.add("/camunda/api/task-cards?task=none" + task.getId()));
            for (String page : pages)
                assertThat(telltale.isIn(department.get(page).body()))
                        .as(user + " " + page)
                        .isFalse();
            for (String file : files)
                assertThat(telltale.isIn(Telltale.words(department.file(file))))
                        .as(user + " " + file)
                        .isFalse();
            String item = loop.entry(number).original().serviceItem();
            assertThat(department
                            .get("/ledger?item=" + URLEncoder.encode(item, StandardCharsets.UTF_8))
                            .body())
                    .doesNotContain("/ledger/" + number);
            for (String secret : telltale.secrets())
                assertThat(department
                                .get("/ledger?q=" + URLEncoder.encode(secret, StandardCharsets.UTF_8))
                                .body())
                        .as(secret)
                        .doesNotContain("/ledger/" + number);
        }
        assertThat(Browser.of(port, "gongan").get("/ledger?q=" + number).body()).contains("/ledger/" + number);
        for (Task task : loop.tasks(number))
            if (loop.groupOf(task).startsWith("dept-"))
                assertThat(telltale.isIn(loop.visibleTo(task).toString()))
                        .as(task.getName())
                        .isFalse();
        assertThat(jdbc.sql(
                                "select data from notice where number = :n and recipient in ('gongan', 'gongan-head', 'shebao', 'shebao-head')")
                        .param("n", number)
                        .query(String.class)
                        .list())
                .isNotEmpty()
                .noneMatch(telltale::isIn);
        String item = loop.entry(number).original().serviceItem();
        assertThat(similarity
                        .to(null, "gongan", new Wording("窗口排队过久", "取号后等了两个小时", "", item))
                        .toString())
                .doesNotContain("张三丰");
    }
}
