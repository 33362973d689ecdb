package org.tiyanguan.rectification;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.tiyanguan.AtTime;
import org.tiyanguan.Browser;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.security.Accounts;

/** Tasklist's ready filters and what its list says of each task: who finds which work. */
@IntegrationTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@AtTime("2026-03-02T10:00:00")
class FindingWorkTest {

    private static final String LIST = "/camunda/api/engine/engine/default/filter";

    @Autowired
    Loop loop;

    @Autowired
    FilterService filters;

    @Autowired
    AuthorizationService authorizations;

    @Autowired
    IdentityService identity;

    @Autowired
    Accounts accounts;

    @Autowired
    ConfigurableApplicationContext program;

    @LocalServerPort
    int port;

    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, Browser> browsers = new HashMap<>();

    // ---- filters

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            gongan      | 我的任务 本部门待办 即将到期 已超期
            gongan-head | 我的任务 本部门待办 即将到期 已超期
            center      | 我的任务 本部门待办 即将到期 已超期 全部办件
            leader      | 我的任务 本部门待办 即将到期 已超期 全部办件
            officer     | 我的任务
            unit        | 我的任务 本单位推荐
            designer    | 我的任务
            """)
    void a_fresh_installation_has_ready_filters_for_each_role_in_their_order(String user, String names)
            throws Exception {
        List<JsonNode> seen = filtersOf(user);
        seen.sort((a, b) -> a.at("/properties/priority").asInt()
                - b.at("/properties/priority").asInt());
        assertThat(seen.stream().map(filter -> filter.get("name").asText())).containsExactly(names.split(" "));
        assertThat(seen)
                .allSatisfy(filter ->
                        assertThat(filter.at("/properties/refresh").asBoolean()).isTrue());
    }

    @Test
    void each_filter_finds_the_users_own_kind_of_work() throws Exception {
        String claimed = loop.rectifying();
        String open = loop.assigned("gongan");
        String others = loop.assigned("shebao");
        assertThat(numbers("gongan", "我的任务")).contains(claimed).doesNotContain(open, others);
        assertThat(numbers("gongan", "本部门待办")).contains(claimed, open).doesNotContain(others);
        assertThat(numbers("gongan-head", "我的任务")).doesNotContain(claimed, open, others);
        assertThat(numbers("gongan-head", "本部门待办")).contains(claimed, open).doesNotContain(others);
        assertThat(numbers("center", "本部门待办")).doesNotContain(claimed, open, others);
        assertThat(numbers("center", "全部办件")).contains(claimed, open, others);
        assertThat(numbers("leader", "全部办件")).contains(claimed, open, others);
        assertThat(numbers("officer", "我的任务")).doesNotContain(claimed, open, others);

        String confirming = loop.confirming();
        assertThat(numbers("officer", "我的任务")).contains(confirming);
    }

    @Test
    void what_is_due_within_three_days_and_what_is_overdue_have_a_filter_each() throws Exception {
        String soon = loop.assigned("gongan");
        String later = loop.rectifying();
        assertThat(numbers("gongan", "即将到期")).contains(soon).doesNotContain(later);
        assertThat(numbers("gongan", "已超期")).doesNotContain(soon, later);
        assertThat(numbers("center", "即将到期")).doesNotContain(soon);

        Loop.now("2026-03-05T10:00:00");
        assertThat(numbers("gongan", "已超期")).contains(soon).doesNotContain(later);
        assertThat(numbers("gongan", "即将到期")).doesNotContain(soon);
        assertThat(numbers("shebao", "已超期")).doesNotContain(soon);
    }

    @Test
    void the_most_overdue_comes_first_also_where_tasklist_sorts_by_creation() throws Exception {
        loop.rectifying();
        loop.assigned("gongan");
        Loop.now("2026-03-04T10:00:00");
        loop.assigned("gongan");
        for (String[] list : new String[][] {{"gongan", "本部门待办"}, {"center", "全部办件"}}) {
            List<String> due = tasks(list[0], list[1]).stream()
                    .map(task -> task.get("due").asText())
                    .toList();
            assertThat(due).hasSizeGreaterThan(2).isSorted();
        }
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void what_somebody_changed_or_deleted_stays_so_at_the_next_start() throws Exception {
        Filter changed = filter("即将到期");
        String name = changed.getName();
        changed.setName("一周内到期");
        filters.saveFilter(changed);
        filters.deleteFilter(filter("已超期").getId());
        long grants = authorizations
                .createAuthorizationQuery()
                .resourceType(Resources.FILTER)
                .count();

        startAgain();

        assertThat(filters.createFilterQuery().filterName("一周内到期").count()).isEqualTo(1);
        assertThat(filters.createFilterQuery().filterName(name).count()).isZero();
        assertThat(filters.createFilterQuery().filterName("已超期").count()).isZero();
        assertThat(filters.createFilterQuery().count()).isEqualTo(5);
        assertThat(authorizations
                        .createAuthorizationQuery()
                        .resourceType(Resources.FILTER)
                        .count())
                .isEqualTo(grants);
    }

    @Test
    void a_department_made_later_sees_the_departments_filters_too() throws Exception {
        accounts.group("dept-jiaoyu", "DEPARTMENT", "市教育局");
        accounts.user("jiaoyu", "方", "圆", "jiaoyu@example.org", "Demo#2026", "dept-jiaoyu");
        assertThat(filtersOf("jiaoyu").stream().map(filter -> filter.get("name").asText()))
                .containsExactlyInAnyOrder("我的任务", "本部门待办", "即将到期", "已超期");
        identity.deleteUser("jiaoyu");
        identity.deleteGroup("dept-jiaoyu");
    }

    @Test
    void who_sees_all_work_does_not_do_others_work() throws Exception {
        String number = loop.rectifying();
        String task = loop.task(number, "department-rectify").getId();
        String done =
                "{\"variables\":{\"progress\":{\"value\":\"DONE\"},\"result\":{\"value\":\"已增开两个窗口，平均等候二十分钟。\"}}}";
        for (String user : List.of("center", "leader"))
            Map.of("claim", "{\"userId\":\"" + user + "\"}", "unclaim", "{}", "complete", done, "submit-form", done)
                    .forEach((door, body) -> assertThat(browser(user)
                                    .postAsTasklist(
                                            "/camunda/api/engine/engine/default/task/" + task + "/" + door, body)
                                    .statusCode())
                            .as("%s %s", user, door)
                            .isEqualTo(403));
    }

    // ---- the list's cards

    @Test
    void the_list_says_number_title_department_deadline_and_holder() {
        String number = loop.rectifying();
        Task task = loop.task(number, "department-rectify");
        assertThat(cards("gongan", task.getId()))
                .contains(number, "户籍窗口排队过久", "市公安局", "经办 李强", "期限 2026-03-09 17:30")
                .doesNotContain("晓明", "黄牌", "红牌", "已超期");
        assertThat(cards("center", task.getId())).contains(number, "市公安局").doesNotContain("晓明");
    }

    @Test
    void a_card_and_a_new_deadline_show_at_once() {
        String number = loop.rectifying();
        String task = loop.task(number, "department-rectify").getId();
        loop.timePassesTo(number, "2026-03-10T18:00:00");
        assertThat(cards("gongan", task)).contains("黄牌", "已超期 2026-03-09 17:30").doesNotContain("红牌");
        loop.timePassesTo(number, "2026-03-12T18:00:00");
        assertThat(cards("gongan", task)).contains("红牌").doesNotContain("黄牌");
        assertThat(cards("center", task)).contains("红牌");
    }

    @Test
    void nobody_learns_of_others_tasks_from_the_cards() {
        String number = loop.assigned("gongan", "shebao");
        Map<String, String> ids = loop.tasks(number, "department-accept").stream()
                .collect(Collectors.toMap(
                        task -> cards("gongan", task.getId()).contains(number) ? "own" : "other", Task::getId));
        assertThat(cards("gongan", ids.get("own"))).contains("市公安局").doesNotContain("社会保险");
        assertThat(cards("gongan", ids.get("other"))).doesNotContain(number, "户籍");
        for (String stranger : List.of("officer", "yibao"))
            assertThat(cards(stranger, ids.get("own"), ids.get("other"))).doesNotContain(number, "户籍");
        assertThat(browser("designer").get("/camunda/api/task-cards?task=x").statusCode())
                .isEqualTo(403);
        assertThat(new Browser(port).get("/camunda/api/task-cards?task=x").statusCode())
                .isEqualTo(401);
        assertThat(browser("gongan").get("/camunda/api/task-cards").statusCode())
                .isEqualTo(400);
    }

    @Test
    void an_officers_card_names_the_case_and_no_department() {
        String number = loop.confirming();
        assertThat(cards("officer", loop.task(number, "officer-confirm").getId()))
                .contains(number, "户籍窗口排队过久")
                .doesNotContain("市公安局");
    }

    // ---- helpers

    private void startAgain() {
        program.publishEvent(new ApplicationStartedEvent(new SpringApplication(), new String[0], program, null));
    }

    private Filter filter(String name) {
        return filters.createFilterQuery().filterName(name).singleResult();
    }

    private Browser browser(String user) {
        return browsers.computeIfAbsent(user, name -> Browser.of(port, name));
    }

    private List<JsonNode> filtersOf(String user) throws Exception {
        List<JsonNode> all = new ArrayList<>();
        json.readTree(browser(user).get(LIST).body()).forEach(all::add);
        return all;
    }

    /** As Tasklist asks: with its own order, by creation, after the filter's. */
    private List<JsonNode> tasks(String user, String filter) throws Exception {
        String id = filtersOf(user).stream()
                .filter(f -> f.get("name").asText().equals(filter))
                .findFirst()
                .orElseThrow()
                .get("id")
                .asText();
        List<JsonNode> found = new ArrayList<>();
        json.readTree(browser(user)
                        .postAsTasklist(
                                LIST + "/" + id + "/list?maxResults=1000",
                                "{\"sorting\":[{\"sortBy\":\"created\",\"sortOrder\":\"desc\"}]}")
                        .body())
                .forEach(found::add);
        return found;
    }

    private List<String> numbers(String user, String filter) throws Exception {
        List<String> ids = tasks(user, filter).stream()
                .map(task -> task.get("id").asText())
                .toList();
        return ids.stream().map(loop::numberOf).toList();
    }

    private String cards(String user, String... tasks) {
        return browser(user)
                .get("/camunda/api/task-cards?task=" + String.join("&task=", tasks))
                .body();
    }
}
