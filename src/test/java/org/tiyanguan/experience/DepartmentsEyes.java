package org.tiyanguan.experience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tiyanguan.experience.NamedOfficer.EMAIL;
import static org.tiyanguan.experience.NamedOfficer.NAME;
import static org.tiyanguan.experience.NamedOfficer.PHONE;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tiyanguan.Browser;
import org.tiyanguan.EngineRoots;
import org.tiyanguan.evidence.EvidenceBoxes;
import org.tiyanguan.privacy.Telltale;

/** What the people of a department see of a finding, wherever they look; and an officer whom they must not find. */
public abstract class DepartmentsEyes {

    /** All lists of the REST interface that could name somebody. */
    protected static final List<String> LISTS = List.of(
            "task",
            "task?withCommentAttachmentInfo=true",
            "user",
            "group",
            "group?memberOf=x",
            "authorization",
            "filter",
            "process-instance",
            "execution",
            "variable-instance",
            "event-subscription",
            "incident",
            "job",
            "job/count",
            "process-definition",
            "process-definition/statistics",
            "deployment",
            "decision-definition",
            "tenant",
            "batch",
            "external-task",
            "modification",
            "history/task",
            "history/task/count",
            "history/process-instance",
            "history/activity-instance",
            "history/variable-instance",
            "history/detail",
            "history/identity-link-log",
            "history/user-operation",
            "history/incident",
            "history/job-log",
            "history/decision-instance",
            "history/external-task-log",
            "history/batch",
            "history/process-instance/report?reportType=duration&periodUnit=month",
            "metrics",
            "schema/log",
            "telemetry/configuration");

    @LocalServerPort
    protected int port;

    @Autowired
    protected Experiencing experiencing;

    @Autowired
    protected NamedOfficer officer;

    @Autowired
    protected EvidenceBoxes boxes;

    @Autowired
    protected JdbcClient jdbc;

    protected String account;

    @BeforeEach
    void appoint() {
        account = officer.appointed();
    }

    @AfterEach
    void resetClock() {
        ClockUtil.reset();
    }

    /** Neither what they were told tells who reported, nor what the engine keeps; {@code notices} are theirs. */
    protected void keptFromDepartments(String notices) {
        assertThat(jdbc.sql("select data from notice where " + notices)
                        .query(String.class)
                        .list())
                .isNotEmpty()
                .noneMatch(this::tells);
        assertThat(jdbc.sql("select text_ from act_hi_varinst where text_ is not null")
                        .query(String.class)
                        .list())
                .noneMatch(text -> text.contains(NAME) || text.contains(PHONE));
    }

    /** @param moment counts how far the case has come */
    protected void findsNobody(String number, int moment) {
        List<String> people = List.of("gongan", "gongan-head");
        for (String user : people) {
            String root = EngineRoots.inTurn(moment, people.indexOf(user));
            Browser department = Browser.of(port, user);
            String box = boxes.path(number);
            noneOf(
                    department,
                    "/",
                    "/ledger",
                    "/ledger/" + number,
                    "/ledger/" + number + "/task",
                    box,
                    "/camunda/app/tasklist/default/",
                    "/assignments",
                    "/applications",
                    "/officer",
                    "/officer/" + number,
                    "/error",
                    "/ledger.csv",
                    "/notices");
            for (String file : files(number))
                assertThat(tells(Telltale.words(department.file(file))))
                        .as(file)
                        .isFalse();
            jdbc.sql("select id from evidence where number = ?")
                    .param(number)
                    .query(Long.class)
                    .list()
                    .forEach(id -> noneOf(department, box + "/" + id, box + "/" + id + "/thumbnail"));
            LISTS.forEach(list -> noneOf(department, root + list));
            experiencing.tasks(number).forEach(task -> {
                for (String part : List.of(
                        "",
                        "/form-variables",
                        "/deployed-form",
                        "/identity-links",
                        "/comment",
                        "/attachment",
                        "/variables",
                        "/form")) noneOf(department, root + "task/" + task.getId() + part);
                noneOf(
                        department,
                        root + "process-instance/" + task.getProcessInstanceId() + "/variables",
                        root + "process-instance/" + task.getProcessInstanceId() + "/activity-instances",
                        root + "history/user-operation?processInstanceId=" + task.getProcessInstanceId());
            });
            // Neither by asking for a name, nor by the order in which things come.
            assertThat(department.get("/ledger?q=" + number).body()).contains("/ledger/" + number);
            for (String secret : List.of(NAME, PHONE, EMAIL, account))
                assertThat(department
                                .get("/ledger?q=" + URLEncoder.encode(secret, StandardCharsets.UTF_8))
                                .body())
                        .doesNotContain("/ledger/" + number);
            for (String sort : List.of("officer", "reporter", "name", "user_id"))
                assertThat(department.get("/ledger?sort=" + sort).statusCode()).isEqualTo(400);
            for (String question : List.of(
                    "{\"assigneeLike\":\"%" + account + "%\"}",
                    "{\"involvedUser\":\"" + account + "\"}",
                    "{\"owner\":\"" + account + "\"}",
                    "{\"processVariables\":[{\"name\":\"officer\",\"operator\":\"eq\",\"value\":\"" + account + "\"}]}",
                    "{\"processVariables\":[{\"name\":\"reporter\",\"operator\":\"like\",\"value\":\"%" + NAME
                            + "%\"}]}",
                    "{\"taskVariables\":[{\"name\":\"caseView\",\"operator\":\"like\",\"value\":\"%" + NAME + "%\"}]}"))
                assertThat(department.send("POST", root + "task", question).body())
                        .as(question)
                        .isIn("[]", refused(department, root, question));
        }
    }

    /** Some questions are not answered at all. */
    protected static String refused(Browser department, String root, String question) {
        HttpResponse<String> answer = department.send("POST", root + "task", question);
        return answer.statusCode() >= 400 ? answer.body() : "[]";
    }

    protected void noneOf(Browser department, String... paths) {
        for (String path : paths) {
            HttpResponse<String> answer = department.get(path);
            assertThat(tells(answer.body())).as(path).isFalse();
            assertThat(tells(answer.headers().map().toString())).as(path).isFalse();
        }
    }

    protected boolean tells(String text) {
        return NamedOfficer.isIn(text, account);
    }

    protected List<String> files(String number) {
        return Stream.concat(
                        Stream.of("/ledger.xlsx", "/ledger/" + number + "/closing.docx"),
                        jdbc
                                .sql("select id from rectification_part where number = ?")
                                .param(number)
                                .query(Long.class)
                                .list()
                                .stream()
                                .map(part -> "/ledger/" + number + "/parts/" + part + "/rectification.docx"))
                .toList();
    }
}
