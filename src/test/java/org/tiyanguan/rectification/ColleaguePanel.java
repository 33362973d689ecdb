package org.tiyanguan.rectification;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Scope;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tiyanguan.Browser;
import org.tiyanguan.Scripts;
import org.tiyanguan.ledger.Act;
import org.tiyanguan.ledger.LedgerHistory;

/** Tasklist's panel 协办, as colleagues use it, and where they look for what came of it. */
@Component
@Lazy
@Scope("prototype")
class ColleaguePanel {

    private final int port;
    private final Scripts scripts;
    private final TaskService tasks;
    private final LedgerHistory history;
    private final JdbcClient jdbc;

    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, Browser> browsers = new HashMap<>();

    ColleaguePanel(
            @Value("${local.server.port}") int port,
            Scripts scripts,
            TaskService tasks,
            LedgerHistory history,
            JdbcClient jdbc) {
        this.port = port;
        this.scripts = scripts;
        this.tasks = tasks;
        this.history = history;
        this.jdbc = jdbc;
    }

    static String done() {
        return "{\"variables\":{\"progress\":{\"value\":\"DONE\"},\"result\":{\"value\":\"已增开两个窗口，平均等候二十分钟。\"}}}";
    }

    Browser browser(String user) {
        return browsers.computeIfAbsent(user, name -> Browser.of(port, name));
    }

    HttpResponse<String> act(String user, String task, String act, String colleague, String note) {
        return browser(user).postAsTasklist(path(task, act), body(colleague, note));
    }

    static String path(String task, String act) {
        return "/camunda/api/colleagues/" + task + "/" + act;
    }

    String body(String colleague, String note) {
        Map<String, String> body = new HashMap<>();
        body.put("colleague", colleague);
        body.put("note", note);
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    String shown(String user, String task) {
        return browser(user).get("/camunda/api/colleagues/" + task).body();
    }

    /** What the task's form gets from the server. */
    String form(String user, String task) {
        return browser(user)
                .get("/camunda/api/engine/engine/default/task/" + task + "/form-variables?deserializeValues=false")
                .body();
    }

    String rest(String user, String path, String body, int expected) {
        ResponseEntity<String> answer = scripts.post(user, path, body);
        assertThat(answer.getStatusCode().value())
                .as("%s %s", path, answer.getBody())
                .isEqualTo(expected);
        return answer.getBody();
    }

    Task task(String id) {
        return tasks.createTaskQuery().taskId(id).singleResult();
    }

    static void assertRefused(HttpResponse<String> answer, String sentence) {
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains(sentence);
    }

    void assertLast(String number, Act act, String who, String text) {
        List<LedgerHistory.Event> events =
                history.of(number).stream().filter(event -> event.act() == act).toList();
        assertThat(events).as(act.name()).isNotEmpty();
        LedgerHistory.Event last = events.get(events.size() - 1);
        assertThat(last.actorName()).isEqualTo(who);
        assertThat(last.text()).isEqualTo(text);
    }

    /** The facts of the last such notice; empty when there was none. */
    String told(String user, String template, String number) {
        return jdbc.sql("""
                        select data from notice where recipient = :user and template = :template and number = :number
                        order by id desc fetch first row only""")
                .param("user", user)
                .param("template", template)
                .param("number", number)
                .query(String.class)
                .optional()
                .orElse("");
    }
}
