package org.tiyanguan.away;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tiyanguan.Browser;
import org.tiyanguan.Scripts;
import org.tiyanguan.ledger.LedgerHistory;

/** Names deputies on the page, and does with tasks what they may do. */
@Component
@Lazy
@Scope("prototype")
class Deputising {

    private final int port;
    private final Scripts scripts;
    private final LedgerHistory history;
    private final JdbcClient jdbc;
    private final Map<String, Browser> browsers = new HashMap<>();

    Deputising(@Value("${local.server.port}") int port, Scripts scripts, LedgerHistory history, JdbcClient jdbc) {
        this.port = port;
        this.scripts = scripts;
        this.history = history;
        this.jdbc = jdbc;
    }

    void assertSet(String by, String whose, String deputy, String from, String until) {
        HttpResponse<String> answer = set(by, whose, deputy, from, until);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    }

    void assertRefused(String by, String whose, String deputy, String from, String until, String sentence) {
        HttpResponse<String> answer = set(by, whose, deputy, from, until);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains(sentence);
    }

    HttpResponse<String> set(String by, String whose, String deputy, String from, String until) {
        return browser(by).postForm("/away", Map.of("whose", whose, "deputy", deputy, "from", from, "until", until));
    }

    Browser browser(String user) {
        return browsers.computeIfAbsent(user, name -> Browser.of(port, name));
    }

    String panel(String user, String task) {
        return browser(user).get("/camunda/api/colleagues/" + task).body();
    }

    HttpResponse<String> act(String user, String task, String act) {
        return browser(user)
                .postAsTasklist("/camunda/api/colleagues/" + task + "/" + act, "{\"colleague\":\"\",\"note\":\"\"}");
    }

    int read(String user, String task) {
        return scripts.get(user, "/engine-rest/task/" + task + "/form-variables")
                .getStatusCode()
                .value();
    }

    int complete(String user, String task, String form) {
        return scripts.post(user, "/engine-rest/task/" + task + "/complete", form)
                .getStatusCode()
                .value();
    }

    String lastActor(String number, String act) {
        List<LedgerHistory.Event> events = history.of(number).stream()
                .filter(event -> event.act().name().equals(act))
                .toList();
        return events.get(events.size() - 1).actorName();
    }

    String told(String user, String template) {
        return String.join(
                "\n",
                jdbc.sql("select data from notice where recipient = :user and template = :template")
                        .param("user", user)
                        .param("template", template)
                        .query(String.class)
                        .list());
    }

    List<String> noticesOf(String user, String number, String template) {
        return jdbc.sql("select data from notice where recipient = :user and template = :template and number = :number")
                .param("user", user)
                .param("template", template)
                .param("number", number)
                .query(String.class)
                .list();
    }

    void claim(String user, String task) {
        assertThat(scripts.post(user, "/engine-rest/task/" + task + "/claim", "{\"userId\":\"" + user + "\"}")
                        .getStatusCode()
                        .value())
                .isEqualTo(204);
    }

    void nobodyIsAway() {
        jdbc.sql("delete from absence").update();
    }
}
