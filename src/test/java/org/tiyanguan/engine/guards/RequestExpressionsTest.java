package org.tiyanguan.engine.guards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tiyanguan.engine.guards.Expressions.AT_ROOT;
import static org.tiyanguan.engine.guards.Expressions.IN_OR;
import static org.tiyanguan.engine.guards.Expressions.IN_OR_OF_OR;
import static org.tiyanguan.engine.guards.Expressions.filter;
import static org.tiyanguan.engine.guards.Expressions.forgetFilters;
import static org.tiyanguan.engine.guards.Expressions.or;
import static org.tiyanguan.engine.guards.Expressions.query;
import static org.tiyanguan.engine.guards.Expressions.save;
import static org.tiyanguan.engine.guards.Expressions.with;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tiyanguan.Browser;
import org.tiyanguan.EngineRoots;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.engine.models.Marker;

/**
 * No request has an expression evaluated that it brings along (CVE-2026-109432), through whichever root and in whatever
 * form it comes.
 */
@IntegrationTest
class RequestExpressionsTest {

    @LocalServerPort
    int port;

    @Autowired
    ProcessEngine engine;

    private final ObjectMapper json = new ObjectMapper();
    private Browser admin;

    // ---- through every root and form of a request

    @BeforeEach
    void nothingEvaluated() {
        Marker.takeCount();
    }

    @AfterEach
    void tidy() {
        engine.getIdentityService().clearAuthentication();
        forgetFilters(engine);
    }

    @Test
    void every_root_and_resource_refuses_an_expression_in_a_body() throws Exception {
        String filter = save(engine, "{}");
        List<String> resources = List.of(
                "task",
                "task/count",
                "filter/" + filter + "/list",
                "filter/" + filter + "/count",
                "filter/" + filter + "/singleResult",
                "filter/create",
                "history/task",
                "history/task/count",
                "external-task",
                "external-task/count",
                "process-instance",
                "process-instance/count",
                "process-instance/delete",
                "process-instance/suspended",
                "execution",
                "variable-instance",
                "job",
                "history/process-instance",
                "history/process-instance/count",
                "history/variable-instance",
                "history/activity-instance",
                "history/decision-instance/delete",
                "external-task/retries",
                "group",
                "user",
                "job/retries",
                "message",
                "signal",
                "migration/execute",
                "modification/execute");
        for (String form : List.of(AT_ROOT, IN_OR, IN_OR_OF_OR)) {
            for (String root : EngineRoots.ALL) {
                for (String resource : resources)
                    refused(
                            resource,
                            rest("POST", root + resource, resource.equals("filter/create") ? filter(form) : form));
                refused("filter", rest("PUT", root + "filter/" + filter, filter(form)));
            }
            refused("plug-in", rest("POST", "/camunda/api/cockpit/plugin/base/default/process-instance", form));
        }
        assertThat(Marker.takeCount()).isZero();
    }

    @Test
    void no_role_gets_an_expression_through() {
        for (String user :
                List.of("center", "leader", "gongan", "gongan-head", "unit", "officer", "designer", "admin")) {
            Browser browser = Browser.of(port, user);
            for (String root : EngineRoots.ALL)
                for (String path : List.of("task", "task/count"))
                    refused(user, browser.send("POST", root + path, IN_OR));
        }
        assertThat(Marker.takeCount()).isZero();
    }

    @Test
    void every_disguise_of_the_key_is_seen_through() {
        String escaped = IN_OR.replace("assigneeExpression", "assignee\\u0045xpressio\\u006e");
        String twice = "{\"orQueries\":[],\"orQueries\":[{\"assigneeExpression\":\"${now()}\",\"assigneeExpression\":\""
                + Marker.EXPRESSION + "\"}]}";
        String late = "{\"sorting\":[],\"orQueries\":[{\"name\":\"a\"}," + AT_ROOT + "]}";
        String deep = AT_ROOT;
        for (int depth = 0; depth < 200; depth++) deep = or(deep);
        for (String root : EngineRoots.ALL) {
            for (String body : List.of(escaped, twice, late, deep, " \n\t" + IN_OR, IN_OR + "{}", IN_OR + "x"))
                refused(body, rest("POST", root + "task", body));
            for (String query : List.of(
                    "assigneeExpression=%24%7Bx%7D",
                    "assignee%45xpression=x",
                    "a=b&dueAfterExpression",
                    "%61ssigneeExpression=x",
                    "orQueries=x&nameExpression=y",
                    "assigneeexpression=x"))
                for (String resource : List.of("task", "task/count", "history/task"))
                    refused(query, rest("GET", root + resource + "?" + query, null));
        }
        assertThat(Marker.takeCount()).isZero();
    }

    @Test
    void a_body_that_others_might_read_differently_is_refused() throws Exception {
        byte[] utf8 = IN_OR.getBytes(StandardCharsets.UTF_8);
        byte[] broken = {'{', '"', (byte) 0xc3, '"', ':', '1', '}'};
        for (byte[] body : List.of(
                IN_OR.getBytes(StandardCharsets.UTF_16BE),
                IN_OR.getBytes(StandardCharsets.UTF_16),
                broken,
                IN_OR.getBytes("IBM037"),
                ("\ufeff" + IN_OR).getBytes(StandardCharsets.UTF_8)))
            refused("bytes", admin().send("POST", "/engine-rest/task", "application/json", body));
        for (String type : List.of(
                "application/json;charset=UTF-16",
                "application/json;charset=IBM037",
                "x",
                "text/plain",
                "application/hal+json",
                "application/octet-stream")) refused(type, admin().send("POST", "/engine-rest/task", type, utf8));
        refused("no type", admin().send("POST", "/engine-rest/task", null, utf8));
        refused("deep", rest("POST", "/engine-rest/task", "[".repeat(5000)));
        assertThat(rest("POST", "/engine-rest/task", "{\"name\":\"" + "x".repeat(1 << 20) + "\"}")
                        .statusCode())
                .isEqualTo(413);
        for (String type : List.of("multipart/form-data;boundary=x", "application/x-www-form-urlencoded"))
            assertThat(admin().send("POST", "/engine-rest/task", type, utf8).statusCode())
                    .as(type)
                    .isEqualTo(415);
        assertThat(Marker.takeCount()).isZero();
    }

    @Test
    void plain_queries_and_harmless_filters_pass() throws Exception {
        for (String root : EngineRoots.ALL) {
            assertThat(rest("POST", root + "task", or("{\"name\":\"梳理反映\"}")).statusCode())
                    .isEqualTo(200);
            HttpResponse<String> made = rest("POST", root + "filter/create", filter(or(with("${currentUser()}"))));
            assertThat(made.statusCode()).as(made.body()).isEqualTo(200);
            String stored =
                    root + "filter/" + json.readTree(made.body()).get("id").asText();
            assertThat(rest("GET", stored + "/list", null).statusCode()).isEqualTo(200);
            assertThat(rest("PUT", stored, filter(with("${currentUser()}"))).statusCode())
                    .isEqualTo(204);
            assertThat(rest("POST", stored + "/count", "{\"name\":\"x\"}").statusCode())
                    .isEqualTo(200);
            refused("harmless, but not saved", rest("POST", stored + "/list", with("${currentUser()}")));
        }
    }

    private static void refused(String what, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(what + " " + answer.body()).isEqualTo(400);
        assertThat(answer.body()).as(what).containsAnyOf("查询条件中不能使用表达式", "提交的内容格式不正确");
    }

    // ---- through every root and form of a request

    private HttpResponse<String> rest(String method, String path, String body) {
        return admin().send(method, path, body);
    }

    private Browser admin() {
        if (admin == null) admin = Browser.of(port, "admin");
        return admin;
    }
}
