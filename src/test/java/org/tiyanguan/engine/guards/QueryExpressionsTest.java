package org.tiyanguan.engine.guards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.rest.dto.task.TaskQueryDto;
import org.camunda.bpm.engine.task.TaskQuery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tiyanguan.Browser;
import org.tiyanguan.EngineRoots;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.core.Refusal;
import org.tiyanguan.engine.models.Marker;

/**
 * Nobody has an expression evaluated that comes from data (CVE-2026-109432): by the engine itself, with nothing before
 * it, and through every root and form of a request.
 */
@IntegrationTest
class QueryExpressionsTest {

    private static final String AT_ROOT = with(Marker.EXPRESSION);
    private static final String IN_OR = or(AT_ROOT);
    private static final String IN_OR_OF_OR = or(IN_OR);

    @LocalServerPort
    int port;

    @Autowired
    ProcessEngine engine;

    @Autowired
    JdbcClient jdbc;

    private final ObjectMapper json = new ObjectMapper();
    private Browser admin;

    @BeforeEach
    void nothingEvaluated() {
        Marker.takeCount();
    }

    @AfterEach
    void tidy() {
        engine.getIdentityService().clearAuthentication();
        engine.getFilterService()
                .createFilterQuery()
                .filterNameLike("test%")
                .list()
                .forEach(filter -> engine.getFilterService().deleteFilter(filter.getId()));
    }

    // ---- what the stock engine does

    @Test
    void the_stock_engine_refuses_an_expression_at_the_root_and_evaluates_it_in_a_sub_query() throws Exception {
        ProcessEngine stock = new StandaloneInMemProcessEngineConfiguration()
                .setProcessEngineName("stock")
                .setJdbcUrl("jdbc:h2:mem:stock" + UUID.randomUUID())
                .setJobExecutorActivate(false)
                .buildProcessEngine();
        try {
            FilterService filters = stock.getFilterService();
            assertThatThrownBy(() -> query(stock, AT_ROOT).count()).hasMessageContaining("forbidden in adhoc queries");
            assertThat(Marker.takeCount()).isZero();

            query(stock, IN_OR).count();
            assertThat(Marker.takeCount()).isPositive();
            query(stock, IN_OR).list();
            assertThat(Marker.takeCount()).isPositive();
            filters.count(save(stock, AT_ROOT));
            assertThat(Marker.takeCount()).isPositive();
            filters.count(save(stock, IN_OR));
            assertThat(Marker.takeCount()).isPositive();
            filters.list(save(stock, "{}"), query(stock, IN_OR));
            assertThat(Marker.takeCount()).isPositive();
        } finally {
            stock.close();
        }
    }

    // ---- our engine, with nothing before it

    @Test
    void a_query_asked_at_once_may_hold_no_expression_at_any_depth() {
        for (String form : List.of(AT_ROOT, IN_OR, with("${currentUser()}"), or(with("${currentUser()}")))) {
            for (ThrowingCallable act : List.<ThrowingCallable>of(
                    () -> query(engine, form).count(),
                    () -> query(engine, form).list(),
                    () -> query(engine, form).listPage(0, 1),
                    () -> query(engine, form).singleResult())) refused(form, act);
        }
        refused(
                "Java",
                () -> engine.getTaskService()
                        .createTaskQuery()
                        .or()
                        .taskName("a")
                        .endOr()
                        .or()
                        .taskOwnerExpression(Marker.EXPRESSION)
                        .endOr()
                        .count());
        assertThat(Marker.takeCount()).isZero();
    }

    @Test
    void a_filter_is_neither_saved_nor_extended_with_an_expression_that_does_something() throws Exception {
        String plain = save(engine, "{}");
        for (String form : List.of(AT_ROOT, IN_OR)) {
            refused(form, () -> save(engine, form));
            Filter changed = engine.getFilterService().getFilter(plain).setQuery(query(engine, form));
            refused(form, () -> engine.getFilterService().saveFilter(changed));
            refused(form, () -> engine.getFilterService().list(plain, query(engine, form)));
            refused(form, () -> engine.getFilterService().count(plain, query(engine, form)));
        }
        assertThat(Marker.takeCount()).isZero();
    }

    @Test
    void a_filter_that_came_into_the_database_another_way_is_not_evaluated() throws Exception {
        String id = save(engine, "{}");
        for (String form : List.of(AT_ROOT, IN_OR)) {
            jdbc.sql("update act_ru_filter set query_ = ? where id_ = ?")
                    .params(form, id)
                    .update();
            refused(form, () -> engine.getFilterService().list(id));
            refused(form, () -> engine.getFilterService().count(id));
            refused(form, () -> engine.getFilterService().list(id, query(engine, "{\"name\":\"x\"}")));
        }
        assertThat(Marker.takeCount()).isZero();
    }

    @Test
    void a_filter_may_ask_for_the_user_their_groups_and_a_time_from_now() throws Exception {
        IdentityService identity = engine.getIdentityService();
        String mine = save(
                engine,
                or(with("${currentUser()}"))
                        .replace("]}", ",{\"candidateGroupsExpression\":\"${currentUserGroups()}\"}]}"));
        String soon = save(engine, "{\"dueBeforeExpression\":\"${dateTime().plusDays(3)}\"}");
        identity.setAuthentication("center", List.of("center", "camunda-admin"));
        assertThat(engine.getFilterService().count(mine)).isZero();
        assertThat(engine.getFilterService().count(soon)).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${currentUser()}",
                "${currentUserGroups()}",
                "${now()}",
                "${dateTime()}",
                "${dateTime().plusDays(3)}",
                "${dateTime().withTimeAtStartOfDay().plusDays(1)}",
                "${dateTime().minusWeeks(2).withTimeAtStartOfDay()}"
            })
    void who_asks_and_when_is_harmless(String expression) {
        assertThat(QueryExpressions.isHarmless(expression)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "gongan",
                "${currentUser().getClass()}",
                "${currentUser()}${x}",
                "#{currentUser()}",
                " ${currentUser()}",
                "${currentUser()}\n",
                "${dateTime().plusDays(x.y())}",
                "${dateTime().plusDays(3).getClass()}",
                "${dateTime().toDate()}",
                "${dateTime().plusDays(1).plusDays(1).plusDays(1).plusDays(1)}",
                "${rectification.usualInstruction()}",
                "${1+1}",
                "${now().getClass().forName('java.lang.Runtime')}"
            })
    void everything_else_is_not(String expression) {
        assertThat(QueryExpressions.isHarmless(expression)).isFalse();
    }

    // ---- through every root and form of a request

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

    private void refused(String what, ThrowingCallable act) {
        assertThatThrownBy(act)
                .as(what)
                .satisfies(e -> assertThat(e instanceof BadUserRequestException || Refusal.in(e) != null)
                        .as(e.toString())
                        .isTrue());
    }

    private static void refused(String what, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(what + " " + answer.body()).isEqualTo(400);
        assertThat(answer.body()).as(what).containsAnyOf("查询条件中不能使用表达式", "提交的内容格式不正确");
    }

    private HttpResponse<String> rest(String method, String path, String body) {
        return admin().send(method, path, body);
    }

    private Browser admin() {
        if (admin == null) admin = Browser.of(port, "admin");
        return admin;
    }

    private TaskQuery query(ProcessEngine engine, String form) throws Exception {
        return json.readValue(form, TaskQueryDto.class).toQuery(engine);
    }

    private String save(ProcessEngine engine, String form) throws Exception {
        FilterService filters = engine.getFilterService();
        return filters.saveFilter(
                        filters.newTaskFilter("test " + UUID.randomUUID()).setQuery(query(engine, form)))
                .getId();
    }

    private static String filter(String query) {
        return "{\"resourceType\":\"Task\",\"name\":\"test\",\"query\":" + query + ",\"properties\":{}}";
    }

    private static String with(String expression) {
        return "{\"assigneeExpression\":\"" + expression + "\"}";
    }

    private static String or(String... queries) {
        return "{\"orQueries\":[" + String.join(",", queries) + "]}";
    }
}
