package org.tiyanguan.engine.guards;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.util.UriUtils;
import org.tiyanguan.Browser;
import org.tiyanguan.EngineRoots;
import org.tiyanguan.IntegrationTest;

/**
 * Who may read which of the engine's resources, found by asking a running program in which secrets are planted: who
 * reported, who applies, what they wrote. The answers are the table of {@code docs/engine-readers.md}.
 */
@IntegrationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EngineReadersTest {

    private static final Path COMMITTED = Path.of("docs/engine-readers.md");
    private static final Path CURRENT = Path.of("target/engine-readers.md");

    private static final List<String> PEOPLE =
            List.of("center", "leader", "gongan", "gongan-head", "shebao", "unit", "officer", "designer", "admin");

    @LocalServerPort
    int port;

    @Autowired
    PlantedSecrets planted;

    @Autowired
    JdbcClient jdbc;

    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, Browser> browsers = new LinkedHashMap<>();

    // ---- asking

    private JsonNode json(HttpResponse<String> answer) {
        try {
            return json.readTree(answer.body());
        } catch (JsonProcessingException text) {
            return json.createArrayNode().add(answer.body());
        }
    }

    @BeforeAll
    void plant() {
        planted.plant();
        for (String who : PEOPLE) browsers.put(who, Browser.of(port, who.equals("officer") ? planted.account : who));
    }

    @AfterAll
    void leave() {
        ClockUtil.reset();
    }

    /** What each may read is written down; whoever changes it, changes the table. */
    @Test
    void the_committed_table_is_what_the_program_answers() throws Exception {
        StringBuilder table = new StringBuilder(header());
        for (String line : resources()) {
            if (line.startsWith("#")) {
                table.append("| **")
                        .append(line.substring(2))
                        .append("**")
                        .append(" |".repeat(PEOPLE.size() + 1))
                        .append('\n');
                continue;
            }
            JsonNode all = json(ask(browsers.get("admin"), EngineRoots.ALL.get(0), line));
            String cells = browsers.values().stream()
                    .map(browser -> cell(ask(browser, EngineRoots.ALL.get(0), line), all))
                    .collect(Collectors.joining(" | "));
            table.append("| `")
                    .append(line.replaceFirst("^GET ", ""))
                    .append("` | ")
                    .append(cells)
                    .append(" |\n");
        }
        Files.writeString(CURRENT, table.toString());
        assertThat(table.toString())
                .as("somebody reads more, or less: look the difference over, then  cp %s %s", CURRENT, COMMITTED)
                .isEqualTo(Files.readString(COMMITTED));
    }

    @Test
    void no_answer_tells_a_designer_or_a_department_who_reported_or_what_an_applicant_wrote() throws Exception {
        List<String> people = List.of("designer", "gongan", "gongan-head", "shebao");
        List<String> lines = resources();
        for (int one = 0; one < people.size(); one++)
            for (int asked = 0; asked < lines.size(); asked++) {
                String who = people.get(one);
                String line = lines.get(asked);
                if (line.startsWith("#")) continue;
                String root = EngineRoots.inTurn(one, asked);
                HttpResponse<String> answer = ask(browsers.get(who), root, line);
                // A refusal may repeat what was asked for.
                String told = line.contains("{account}")
                        ? answer.body().replace(planted.account, "")
                        : answer.body() + answer.headers().map();
                assertThat(planted.secrets).as("%s: %s %s", who, root, line).noneMatch(told::contains);
                if (who.equals("designer"))
                    assertThat(told).as("%s %s", root, line).doesNotContain(PlantedSecrets.TITLE);
            }
        String administrators = Stream.of("variable-instance?deserializeValues=false", "task", "user")
                .map(list -> browsers.get("admin").get("/engine-rest/" + list).body())
                .collect(Collectors.joining());
        assertThat(administrators)
                .as("they are there to be found")
                .contains(
                        planted.account,
                        "静秋",
                        PlantedSecrets.EMAIL,
                        "皇甫",
                        PlantedSecrets.EMPLOYER,
                        PlantedSecrets.RESUME);
    }

    /**
     * A question by a true value gets the answer of one by a value that nobody has; what is refused is refused alike.
     */
    @Test
    void no_filter_and_no_count_tells_it_either() throws Exception {
        List<String> questions = lines("engine-oracles.txt");
        List<String> people = List.of("designer", "gongan", "shebao");
        for (int one = 0; one < people.size(); one++)
            for (int asked = 0; asked < questions.size(); asked++) {
                String who = people.get(one);
                String question = questions.get(asked);
                String root = EngineRoots.inTurn(one, asked);
                String truth = answer(who, root, question, planted.account, PlantedSecrets.OFFICER, planted.assignment);
                String lie = answer(who, root, question, "ghost9", "无此人也", "TY-1999-000009");
                assertThat(truth).as("%s: %s %s", who, root, question).isEqualTo(lie);
            }
        assertThat(questions)
                .as("the administrator's answers differ")
                .anyMatch(question -> !answer(
                                "admin",
                                EngineRoots.ALL.get(0),
                                question,
                                planted.account,
                                PlantedSecrets.OFFICER,
                                planted.assignment)
                        .equals(answer("admin", EngineRoots.ALL.get(0), question, "ghost9", "无此人也", "TY-1999-000009")));
    }

    /** So that a new place is looked at: the engine's tables in which the officer's account stands. */
    @Test
    void the_engine_knows_the_account_of_who_reported_where_a_task_waits_for_it_and_nowhere_else() {
        TreeSet<String> places = new TreeSet<>();
        List<String> columns = jdbc.sql(
                        "select lower(table_name) || '.' || lower(column_name) from information_schema.columns"
                                + " where lower(table_name) like 'act\\_%' escape '\\' and lower(data_type) in ('character varying', 'varchar', 'text')")
                .query(String.class)
                .list();
        for (String column : columns) {
            String[] name = column.split("\\.");
            String sql = "select count(*) from " + name[0] + " where " + name[1] + " like ?";
            if (jdbc.sql(sql)
                            .param("%" + planted.account + "%")
                            .query(Long.class)
                            .single()
                    > 0) places.add(column);
        }
        assertThat(places)
                .containsExactlyInAnyOrder(
                        "act_id_user.id_",
                        "act_id_membership.user_id_",
                        "act_ru_task.assignee_",
                        "act_ru_authorization.user_id_",
                        "act_ru_authorization.resource_id_");
        List<String> inVariables = jdbc.sql(
                        "select v.name_, b.bytes_ from act_ru_variable v join act_ge_bytearray b on b.id_ = v.bytearray_id_")
                .query((row, n) -> new String(row.getBytes(2), StandardCharsets.UTF_8).contains(planted.account)
                        ? row.getString(1)
                        : "")
                .list();
        assertThat(inVariables).as("whom the centre chooses from").containsOnly("", "caseView");
    }

    @Test
    void what_cockpit_shows_designers_is_still_there() throws Exception {
        Browser designer = browsers.get("designer");
        JsonNode activities = json(
                designer.get("/engine-rest/process-instance/" + planted.ids.get("confirming") + "/activity-instances"));
        assertThat(activities.toString()).contains("officer-confirm");
        assertThat(designer.get("/engine-rest/history/activity-instance?processInstanceId="
                                + planted.ids.get("confirming"))
                        .body())
                .contains("center-triage", "officer-confirm")
                .doesNotContain("center\"");
        assertThat(designer.get("/engine-rest/incident").body()).contains("failedJob", "JsonParseException");
        assertThat(designer.get("/engine-rest/job/" + planted.ids.get("job") + "/stacktrace")
                        .body())
                .contains("NoticeMail.send")
                .contains("JsonParseException");
        assertThat(designer.send("PUT", "/engine-rest/job/" + planted.ids.get("job") + "/retries", "{\"retries\":0}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(json(designer.send(
                        "POST", "/camunda/api/cockpit/plugin/base/default/process-instance", "{\"variables\":[]}")))
                .isNotEmpty();
    }

    // ---- asking

    private static List<String> lines(String file) throws Exception {
        return new ClassPathResource(file, EngineReadersTest.class)
                .getContentAsString(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
    }

    private static List<String> resources() throws Exception {
        return lines("engine-resources.txt");
    }

    /** @param line a method, a path and, for questions in a body, JSON */
    private HttpResponse<String> ask(Browser browser, String root, String line) {
        String[] parts = line.split(" ", 3);
        String path = parts[1];
        for (var id : planted.ids.entrySet()) path = path.replace("{" + id.getKey() + "}", id.getValue());
        path = path.startsWith("/") ? path : root + path;
        return parts[0].equals("GET")
                ? browser.get(path)
                : browser.send(parts[0], path, parts.length > 2 ? parts[2] : "{}");
    }

    private String answer(String who, String root, String question, String account, String name, String number) {
        String line = question.replace(
                        "{name}", question.startsWith("GET") ? UriUtils.encode(name, StandardCharsets.UTF_8) : name)
                .replace("{account}", account)
                .replace("{number}", number);
        HttpResponse<String> answer = ask(browsers.get(who), root, line);
        // The page of a refusal has a token of its own each time.
        return answer.statusCode()
                + (answer.statusCode() == 403
                        ? ""
                        : answer.body().replace(account, "").replace(number, ""));
    }

    private String cell(HttpResponse<String> answer, JsonNode all) {
        if (answer.statusCode() >= 400) return "–";
        JsonNode own = json(answer);
        int count = size(own);
        if (count == 0) return "–";
        String cell = count == size(all) ? "all" : "own";
        boolean withheld = planted.secrets.stream().anyMatch(all.toString()::contains)
                && planted.secrets.stream().noneMatch(own.toString()::contains);
        return cell.equals("all") && withheld ? "all, without values" : cell;
    }

    private static int size(JsonNode answer) {
        if (answer.has("count")) return answer.get("count").asInt();
        if (answer.isArray()) return answer.size();
        return answer.valueStream().allMatch(part -> part.isArray() && part.isEmpty()) ? 0 : 1;
    }

    private static String header() {
        String roles = String.join(" | ", PEOPLE);
        return """
                # Who may read which engine resource

                Made by `EngineReadersTest` from what the running program answers. “all” is what the administrator gets, “own” a part
                of it, “–” nothing: an empty answer, or none. “all, without values” is a whole answer in which nobody is named who is
                in the administrator's. `gongan` is a window department with a part of a case, `gongan-head` its head, `shebao` a
                department without; `officer` is who reported the case.

                | resource | %s |
                | --- |%s
                """.formatted(roles, " --- |".repeat(PEOPLE.size()));
    }
}
