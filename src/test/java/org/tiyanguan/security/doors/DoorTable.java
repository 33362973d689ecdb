package org.tiyanguan.security.doors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tiyanguan.Browser;
import org.tiyanguan.EngineRoots;

/** Who passes which door: {@code doors.txt}, asked over real HTTP. */
final class DoorTable {

    private final int port;

    private final JdbcClient jdbc;

    private final ObjectMapper json = new ObjectMapper();

    DoorTable(int port, JdbcClient jdbc) {
        this.port = port;
        this.jdbc = jdbc;
    }

    /**
     * A test of each row whose path is wanted; a path that begins with ~ has the same answers under each of the
     * engine's roots.
     */
    Stream<DynamicTest> rows(Predicate<String> wanted) throws Exception {
        List<List<String>> table = new ClassPathResource("doors.txt", DoorTable.class)
                .getContentAsString(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> Stream.of(line.split("\\|")).map(String::strip).toList())
                .toList();
        List<String> people = table.get(0).subList(1, table.get(0).size());
        Map<String, Browser> browsers = people.stream()
                .collect(Collectors.toMap(
                        who -> who, who -> who.equals("nobody") ? new Browser(port) : Browser.of(port, who)));
        Map<String, String> ids = twoCases();
        return table.stream()
                .skip(1)
                .filter(row -> wanted.test(row.get(0).split(" ")[1]))
                .map(row -> dynamicTest(row.get(0), () -> {
                    String[] door = row.get(0).split(" ");
                    for (String root : door[1].startsWith("~") ? EngineRoots.ALL : List.of(""))
                        for (int i = 0; i < people.size(); i++) {
                            String who = people.get(i);
                            String path = fill(door[1].replace("~", root).replace("{me}", who), ids);
                            String body = List.of("POST", "PUT").contains(door[0]) ? "{}" : null;
                            int status =
                                    browsers.get(who).send(door[0], path, body).statusCode();
                            if (row.get(i + 1).equals("in"))
                                assertThat(status).as(who + " " + path).isNotIn(401, 403);
                            else assertThat(status).as(who + " " + path).isEqualTo(Integer.parseInt(row.get(i + 1)));
                        }
                }));
    }

    private static String fill(String path, Map<String, String> ids) {
        for (var id : ids.entrySet()) path = path.replace("{" + id.getKey() + "}", id.getValue());
        return path;
    }

    /** One that is assigned to gongan, and one that waits for the centre. */
    private Map<String, String> twoCases() throws Exception {
        Browser center = Browser.of(port, "center");
        String assigned = start(center);
        complete(center, task(center, assigned), "{'triage':'ACCEPT','triageReason':'情况属实，予以受理'}");
        complete(center, task(center, assigned), "{'department1':'gongan','instruction1':'增开窗口'}");
        return Map.of(
                "instance", assigned,
                "number",
                        jdbc.sql("select max(number) from ledger_entry")
                                .query(String.class)
                                .single(),
                "dept", task(Browser.of(port, "gongan"), assigned),
                "triage", task(center, start(center)),
                "definition", first(center, "/engine-rest/process-definition"),
                "filter",
                        first(center, "/engine-rest/filter?name=" + URLEncoder.encode("我的任务", StandardCharsets.UTF_8)),
                "none", "none");
    }

    private String start(Browser center) throws Exception {
        String form = "{'kind':'PROBLEM','title':'排队过久','description':'等了两个小时','place':'二楼','occurredOn':'2026-02-02',"
                + "'serviceItem':'户口迁移','urgency':'URGENT','channel':'OFFICER','officer':'officer'}";
        HttpResponse<String> started =
                center.send("POST", "/engine-rest/process-definition/key/rectification/start", variables(form));
        return json.readTree(started.body()).get("id").asText();
    }

    private String task(Browser browser, String instance) throws Exception {
        return first(browser, "/engine-rest/task?processInstanceId=" + instance);
    }

    private String first(Browser browser, String path) throws Exception {
        return json.readTree(browser.get(path).body()).at("/0/id").asText();
    }

    private void complete(Browser browser, String task, String form) throws Exception {
        assertThat(browser.send("POST", "/engine-rest/task/" + task + "/complete", variables(form))
                        .statusCode())
                .isEqualTo(204);
    }

    private String variables(String form) throws Exception {
        Map<String, Object> variables = new HashMap<>();
        json.readTree(form.replace('\'', '"'))
                .fields()
                .forEachRemaining(field -> variables.put(field.getKey(), Map.of("value", field.getValue())));
        return json.writeValueAsString(Map.of("variables", variables));
    }
}
