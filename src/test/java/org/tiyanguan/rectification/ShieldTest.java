package org.tiyanguan.rectification;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tiyanguan.AtTime;
import org.tiyanguan.Browser;
import org.tiyanguan.EngineRoots;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.Scripts;

/** What each role sees of others' tasks and cases, and may do to them, through the REST interfaces. */
@IntegrationTest
@AtTime("2026-03-02T10:00:00")
class ShieldTest {

    @LocalServerPort
    int port;

    @Autowired
    Loop loop;

    @Autowired
    Scripts scripts;

    private final ObjectMapper json = new ObjectMapper();

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
        assertThat(scripts.post("gongan", start.formatted("rectification"), "{}")
                        .getStatusCode()
                        .value())
                .isEqualTo(403);
        for (String process : List.of("overdue-digest", "notice"))
            assertThat(scripts.post("center", start.formatted(process), "{}")
                            .getStatusCode()
                            .isError())
                    .isTrue();
    }
}
