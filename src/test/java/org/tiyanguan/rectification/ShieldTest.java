package org.tiyanguan.rectification;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.camunda.spin.plugin.variable.SpinValues;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tiyanguan.Browser;
import org.tiyanguan.EngineRoots;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.evidence.EvidenceBoxes;
import org.tiyanguan.ledger.Part;
import org.tiyanguan.ledger.Wording;
import org.tiyanguan.ledger.feed.Similarity;
import org.tiyanguan.privacy.Telltale;

/** What a department, the centre and other systems see and may do through the REST interfaces. */
@IntegrationTest
class ShieldTest {

    @LocalServerPort
    int port;

    @Autowired
    Loop loop;

    @Autowired
    TestRestTemplate http;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    EvidenceBoxes boxes;

    @Autowired
    Similarity similarity;

    private final ObjectMapper json = new ObjectMapper();

    @BeforeEach
    void monday_morning() {
        Loop.now("2026-03-02T10:00:00");
    }

    @AfterEach
    void resetClock() {
        ClockUtil.reset();
    }

    @Test
    void each_role_works_on_its_own_tasks_only_and_only_centre_and_leader_see_others_through_every_root()
            throws Exception {
        String shared = loop.assigned("gongan", "shebao");
        String foreign = loop.assigned("shuiwu");
        String reported = confirmingBy("officer");
        String waiting = loop.report();
        Map<String, Task> tasks = new LinkedHashMap<>();
        for (Task task : loop.tasks(shared, "department-accept"))
            tasks.put(loop.groupOf(task).substring("dept-".length()), task);
        tasks.put("shuiwu", loop.task(foreign, "department-accept"));
        tasks.put("officer", loop.task(reported, "officer-confirm"));
        tasks.put("center", loop.task(waiting, "center-triage"));

        List<String> people =
                List.of("gongan", "gongan-head", "shebao", "shuiwu", "center", "leader", "unit", "officer", "officer2");
        List<String> owners = List.copyOf(tasks.keySet());
        for (int one = 0; one < people.size(); one++) {
            String user = people.get(one);
            String department = user.replace("-head", "");
            boolean overseen = List.of("center", "leader").contains(user);
            Browser browser = Browser.of(port, user);
            Set<String> mine = new HashSet<>();
            for (int owned = 0; owned < owners.size(); owned++) {
                String owner = owners.get(owned);
                Task task = tasks.get(owner);
                if (overseen || owner.equals(department)) mine.add(task.getId());
                if (owner.equals(department)) continue;
                // Of the same case is what one might reach: through each root.
                boolean sameCase = tasks.containsKey(department)
                        && tasks.get(department).getProcessInstanceId().equals(task.getProcessInstanceId());
                for (String root : sameCase ? EngineRoots.ALL : List.of(EngineRoots.inTurn(one, owned))) {
                    if (!overseen) readsNothingOf(task.getId(), browser, root, user);
                    changesNothingOf(task.getId(), browser, root, user);
                }
            }
            seesOnly(mine, tasks.values(), browser, user);
        }
        assertThat(loop.openTasks(shared)).containsExactly("department-accept", "department-accept");
        assertThat(loop.openTasks(waiting)).containsExactly("center-triage");
    }

    private static void readsNothingOf(String task, Browser browser, String root, String user) {
        String path = root + "task/" + task;
        for (String read : List.of(
                "",
                "/form",
                "/deployed-form",
                "/form-variables",
                "/rendered-form",
                "/identity-links",
                "/variables",
                "/variables/caseView",
                "/localVariables",
                "/attachment",
                "/comment/none"))
            assertThat(browser.get(path + read).statusCode())
                    .as(user + " " + read)
                    .isIn(403, 404);
        assertThat(browser.get(path + "/comment").body()).as(user).doesNotContain("message\":\"户籍");
    }

    /** Who sees it and may not work on it is refused too: by the form where that is looked at first. */
    private static void changesNothingOf(String task, Browser browser, String root, String user) {
        String path = root + "task/" + task;
        for (String act : List.of(
                "claim",
                "unclaim",
                "complete",
                "submit-form",
                "resolve",
                "assignee",
                "delegate",
                "identity-links",
                "comment/create",
                "variables",
                "bpmnError"))
            assertThat(browser.send("POST", path + "/" + act, "{\"userId\":\"" + user + "\"}")
                            .statusCode())
                    .as(user + " " + act)
                    .isIn(submits(act) ? List.of(400, 403) : List.of(403));
        for (String write : List.of("", "/variables/caseView", "/localVariables/caseView"))
            assertThat(browser.send("PUT", path + write, "{}").statusCode())
                    .as(user + " " + write)
                    .isEqualTo(403);
        assertThat(browser.send("DELETE", path, null).statusCode()).isEqualTo(403);
    }

    private static boolean submits(String act) {
        return List.of("complete", "submit-form").contains(act);
    }

    /** However the question is put, lists and counts know the user's own tasks only. */
    private void seesOnly(Set<String> mine, Collection<Task> tasks, Browser browser, String user) throws Exception {
        String root = "/engine-rest/";
        Set<String> all = tasks.stream().map(Task::getId).collect(Collectors.toSet());
        String filters = browser.get(root + "filter").body();
        assertThat(filters).as(user + root).startsWith("[");
        String filter = json.readTree(filters).at("/0/id").asText();
        List<String> questions = new ArrayList<>(
                List.of(
                        "{\"unassigned\":true}",
                        "{\"orQueries\":[{\"unassigned\":true,\"assigned\":true}]}",
                        "{\"candidateGroup\":\"dept-shebao\",\"includeAssignedTasks\":true}",
                        "{\"assignee\":\"officer\"}",
                        "{\"nameLike\":\"%\"}",
                        "{\"withoutDueDate\":false}",
                        "{\"processVariables\":[{\"name\":\"ledgerNumber\",\"operator\":\"like\",\"value\":\"TYG%\"}]}",
                        "{\"taskVariables\":[{\"name\":\"caseView\",\"operator\":\"like\",\"value\":\"%晓明%\"}]}",
                        "{\"sorting\":[{\"sortBy\":\"taskVariable\",\"sortOrder\":\"asc\",\"parameters\":{\"variable\":\"department\",\"type\":\"String\"}}]}"));
        for (Task task : tasks) {
            questions.add("{\"processInstanceId\":\"" + task.getProcessInstanceId() + "\"}");
            questions.add("{\"orQueries\":[{\"taskId\":\"" + task.getId() + "\",\"unassigned\":true}]}");
        }
        for (String question : questions)
            for (String resource : List.of("task", "filter/" + filter + "/list")) {
                HttpResponse<String> answer = browser.send("POST", root + resource, question);
                assertThat(answer.statusCode()).as(question + answer.body()).isEqualTo(200);
                Set<String> found = new HashSet<>(json.readTree(answer.body()).findValuesAsText("id"));
                found.retainAll(all);
                assertThat(mine).as(user + " " + resource + " " + question).containsAll(found);
                String count = browser.send("POST", root + resource.replace("/list", "") + "/count", question)
                        .body();
                assertThat(json.readTree(count).get("count").asInt())
                        .as(user + " " + question)
                        .isEqualTo(json.readTree(answer.body()).size());
            }
        Set<String> listed =
                new HashSet<>(json.readTree(browser.get(root + "task").body()).findValuesAsText("id"));
        assertThat(listed).containsAll(mine);
    }

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
        Map<String, Object> form = hotline();
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
            assertThat(telltale.isIn(get("center", path).getBody())).as(path).isFalse();
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

    @Test
    void nobody_learns_of_other_people_or_acts_for_them() {
        for (String user : List.of("gongan", "officer", "unit", "leader")) {
            Browser browser = Browser.of(port, user);
            for (String root : EngineRoots.ALL) {
                for (String other : List.of("center", "shebao", "officer2"))
                    assertThat(browser.get(root + "user/" + other + "/profile").statusCode())
                            .as(user)
                            .isEqualTo(404);
                for (String list : List.of(
                        "user",
                        "user/count",
                        "user?memberOfGroup=officer",
                        "identity/groups?userId=center",
                        "authorization",
                        "group/officer",
                        "user/center"))
                    assertThat(browser.get(root + list).statusCode())
                            .as(user + " " + list)
                            .isEqualTo(403);
                assertThat(browser.get(root + "group?member=center").body())
                        .as(user)
                        .doesNotContain("\"id\":\"center\"");
                String password = "{\"password\":\"Other#2026\",\"authenticatedUserPassword\":\"Demo#2026\"}";
                assertThat(browser.send("PUT", root + "user/center/credentials", password)
                                .statusCode())
                        .isIn(403, 404);
                assertThat(browser.send("PUT", root + "user/" + user + "/profile", "{\"firstName\":\"敏\"}")
                                .statusCode())
                        .isEqualTo(403);
            }
        }
        assertThat(Browser.of(port, "center").get("/ledger").statusCode()).isEqualTo(200);
    }

    @Test
    void the_ledger_and_its_tasks_know_only_whose_they_are() {
        String number = loop.assigned("gongan");
        assertThat(Browser.of(port, "gongan").get("/ledger/" + number).statusCode())
                .isEqualTo(200);
        assertThat(Browser.of(port, "gongan").get("/ledger/" + number).body()).doesNotContain("晓明");
        Browser shebao = Browser.of(port, "shebao");
        assertThat(shebao.get("/ledger/" + number).statusCode()).isEqualTo(404);
        assertThat(shebao.get("/ledger?q=" + number).body()).doesNotContain("户籍窗口");
        for (String user : List.of("officer", "officer2", "unit", "designer"))
            assertThat(Browser.of(port, user).get("/ledger/" + number).statusCode())
                    .as(user)
                    .isEqualTo(403);
        for (String user : List.of("shebao", "officer2", "unit"))
            assertThat(Browser.of(port, user)
                            .get("/ledger/" + number + "/task")
                            .headers()
                            .firstValue("Location"))
                    .as(user)
                    .hasValueSatisfying(to -> assertThat(to).doesNotContain("task="));
    }

    @Test
    void a_case_starts_where_the_diagram_begins() {
        Browser center = Browser.of(port, "center");
        for (String root : EngineRoots.ALL)
            for (String body : List.of(
                    "{\"startInstructions\":[{\"type\":\"startBeforeActivity\",\"activityId\":\"closed\"}]}",
                    "{\"skipCustomListeners\":true,\"startInstructions\":[]}",
                    "{\"skipIoMappings\":true}")) {
                HttpResponse<String> answer =
                        center.send("POST", root + "process-definition/key/rectification/start", body);
                assertThat(answer.statusCode()).isEqualTo(400);
                assertThat(answer.body()).contains("请从流程的起点发起");
            }
    }

    @Test
    void nobody_gives_a_task_to_who_has_no_business_with_it() {
        Task task = loop.task(loop.assigned("gongan"), "department-accept");
        Browser gongan = Browser.of(port, "gongan");
        for (String root : EngineRoots.ALL)
            for (String stranger : List.of("shebao", "officer", "nobody"))
                for (String claim : List.of("claim", "%63laim", "cl%61im"))
                    assertThat(gongan.send(
                                            "POST",
                                            root + "task/" + task.getId() + "/" + claim,
                                            "{\"userId\":\"" + stranger + "\"}")
                                    .body())
                            .as(stranger)
                            .contains("任务只能由本人签收");
        assertThat(Browser.of(port, "shebao")
                        .get("/engine-rest/task/" + task.getId())
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_variable_makes_no_class_of_the_senders_choice() {
        String instance = loop.instance(loop.report()).getId();
        Browser admin = Browser.of(port, "admin");
        for (String root : EngineRoots.ALL) {
            String variable = root + "process-instance/" + instance + "/variables/gift";
            String java =
                    "{\"type\":\"Object\",\"value\":\"rO0ABXA=\",\"valueInfo\":{\"objectTypeName\":\"java.lang.String\","
                            + "\"serializationDataFormat\":\"application/x-java-serialized-object\"}}";
            assertThat(admin.send("PUT", variable, java).body()).contains("Cannot set variable with name gift");
            String gift =
                    "{\"type\":\"Object\",\"value\":\"{\\\"a\\\":\\\"aaaaaaaaaaaa\\\"}\",\"valueInfo\":{\"objectTypeName\":\""
                            + Gift.class.getName() + "\",\"serializationDataFormat\":\"application/json\"}}";
            assertThat(admin.send("PUT", variable, gift).body()).contains("gift");
            assertThat(admin.get(variable + "?deserializeValue=true").statusCode())
                    .isEqualTo(404);
        }
        assertThat(Gift.unpacked).isZero();
    }

    /** Does something when it is made. */
    public static class Gift {

        static int unpacked;

        public String a;

        public Gift() {
            unpacked++;
        }
    }

    private String confirmingBy(String officer) {
        String number = loop.reportOf(officer, "OFFICER");
        loop.accept(number);
        loop.assign(number, "gongan");
        loop.complete("gongan", number, "department-accept", Map.of("acceptance", "ACCEPT"));
        loop.finish(number);
        loop.verifyGood(number);
        return number;
    }

    @Test
    void roles_start_only_their_own_processes() throws Exception {
        String start = "/engine-rest/process-definition/key/%s/start";
        assertThat(post("gongan", start.formatted("rectification"), "{}")
                        .getStatusCode()
                        .value())
                .isEqualTo(403);
        for (String process : List.of("overdue-digest", "notice"))
            assertThat(post("center", start.formatted(process), "{}")
                            .getStatusCode()
                            .isError())
                    .isTrue();
    }

    @Test
    void another_system_reports_a_finding_and_asks_where_it_stands() throws Exception {
        ResponseEntity<String> created = post("center", "/api/findings", json.writeValueAsString(hotline()));
        assertThat(created.getStatusCode().value()).isEqualTo(201);
        String number = json.readTree(created.getBody()).get("number").asText();
        assertThat(number).matches("TYG-2026-\\d{6}");
        assertThat(created.getHeaders().getLocation()).hasPath("/api/findings/" + number);
        assertThat(loop.openTasks(number)).containsExactly("center-triage");
        assertThat(json.readTree(get("center", "/api/findings/" + number).getBody())
                        .get("state")
                        .asText())
                .isEqualTo("TRIAGE");
        assertThat(get("center", "/api/findings/TYG-2026-999999")
                        .getStatusCode()
                        .value())
                .isEqualTo(404);
    }

    @Test
    void a_bad_finding_is_refused_with_each_field_and_leaves_no_number_behind() throws Exception {
        Map<String, Object> bad = hotline();
        bad.put("title", "长".repeat(61));
        bad.put("reporterPhone", "123");
        bad.remove("kind");
        ResponseEntity<String> answer = post("center", "/api/findings", json.writeValueAsString(bad));
        assertThat(answer.getStatusCode().value()).isEqualTo(400);
        assertThat(answer.getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(json.readTree(answer.getBody()).get("errors").findValuesAsText("field"))
                .containsExactlyInAnyOrder("title", "reporterPhone", "kind");

        Map<String, Object> unknown = Loop.problem();
        unknown.put("officer", "nobody");
        ResponseEntity<String> refused = post("center", "/api/findings", json.writeValueAsString(unknown));
        assertThat(refused.getStatusCode().value()).isEqualTo(400);
        assertThat(refused.getBody()).contains("没有找到账号", "\"officer\"");
        assertThat(post("center", "/api/findings", "{\"kind\":\"WISH\"}")
                        .getStatusCode()
                        .value())
                .isEqualTo(400);
        assertThat(post("center", "/api/findings", "no json").getStatusCode().value())
                .isEqualTo(400);
        assertThat(post("gongan", "/api/findings", json.writeValueAsString(hotline()))
                        .getStatusCode()
                        .value())
                .isEqualTo(403);
    }

    private static Map<String, Object> hotline() {
        Map<String, Object> finding = Loop.problem();
        finding.put("channel", "HOTLINE");
        finding.remove("officer");
        finding.put("reporterName", "吴女士");
        finding.put("reporterPhone", "13800138000");
        finding.put("reporterEmail", "wu@example.com");
        return finding;
    }

    private ResponseEntity<String> get(String user, String path) {
        return http.withBasicAuth(user, "Demo#2026").getForEntity(path, String.class);
    }

    private ResponseEntity<String> post(String user, String path, String body) {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_JSON);
        return http.withBasicAuth(user, "Demo#2026")
                .exchange(path, HttpMethod.POST, new HttpEntity<>(body, headers), String.class);
    }
}
