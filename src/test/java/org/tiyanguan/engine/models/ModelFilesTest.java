package org.tiyanguan.engine.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.tiyanguan.Acting;
import org.tiyanguan.OwnProgram;
import org.tiyanguan.Tiyanguan;
import org.tiyanguan.engine.CaseMessages;

/** Really starts the program again and again on one database, while the files in {@code tiyanguan.models} change. */
@OwnProgram
class ModelFilesTest {

    @TempDir
    Path folder;

    /** The three changes that docs/modelling.md describes. */
    @Test
    void changed_files_count_from_the_next_start_for_new_cases_and_unchanged_ones_make_no_version() throws IOException {
        String old;
        try (ConfigurableApplicationContext program = start()) {
            assertThat(version(program)).isEqualTo(1);
            old = report(program);
        }

        edit("processes", "rectification-deadline.dmn", "<text>5</text>", "<text>6</text>");
        edit("forms", "center-triage.form", "理由或答复", "理由、答复");
        addTask();
        Files.writeString(folder.resolve("notes.txt"), "not a model");
        try (ConfigurableApplicationContext program = start()) {
            assertThat(version(program)).isEqualTo(2);
            assertThat(deployed(program))
                    .contains(
                            "rectification.bpmn",
                            "notice.bpmn",
                            "rectification-deadline.dmn",
                            "leader-review.form",
                            "center-triage.form",
                            "center-verify.form");
            String fresh = report(program);
            assertThat(formOf(program, fresh, "center-triage")).contains("理由、答复");
            assertThat(formOf(program, old, "center-triage")).contains("理由或答复");
            accept(program, fresh);
            complete(program, "leader", fresh, "leader-review", Map.of("reviewNote", "请抓紧办理"));
            assertThat(proposedDays(program, fresh)).isEqualTo(6);
            accept(program, old);
            assertThat(proposedDays(program, old)).isEqualTo(5);
            deployAsModeler(program);
            assertThat(version(program)).isEqualTo(3);
        }

        try (ConfigurableApplicationContext program = start()) {
            assertThat(version(program)).as("what Modeler deployed stays").isEqualTo(3);
        }

        Files.delete(folder.resolve("processes/rectification.bpmn"));
        Files.delete(folder.resolve("forms/leader-review.form"));
        Files.delete(folder.resolve("processes/rectification-deadline.dmn"));
        try (ConfigurableApplicationContext program = start()) {
            assertThat(version(program)).isEqualTo(4);
            String fresh = report(program);
            accept(program, fresh);
            assertThat(proposedDays(program, fresh)).as("packaged again").isEqualTo(5);
            move(program, old);
            complete(
                    program,
                    "center",
                    old,
                    "center-assign",
                    Map.of(
                            "department1",
                            "gongan",
                            "instruction1",
                            "请核实整改",
                            "acceptDays",
                            1,
                            "rectifyDays",
                            5,
                            "remindDays",
                            1));
            assertThat(tasks(program, old, "department-accept"))
                    .isNotEmpty()
                    .allMatch(task ->
                            task.getProcessDefinitionId().equals(latest(program).getId()));
        }
    }

    /** The leader reads what was accepted before it is assigned. */
    private void addTask() throws IOException {
        String flow =
                "id=\"flow-triage-result-to-propose-department\" name=\"受理\" sourceRef=\"triage-result\" targetRef=";
        edit("processes", "rectification.bpmn", flow + "\"propose-department\" />", flow + """
                "leader-review" />
                <bpmn:userTask id="leader-review" name="领导阅批" camunda:formRef="leader-review"
                    camunda:formRefBinding="deployment" camunda:candidateGroups="center-leader"
                    camunda:dueDate="${rectification.leaderDue()}">
                  <bpmn:extensionElements>
                    <camunda:inputOutput>
                      <camunda:inputParameter name="caseView">${JSON(caseViews.ofCase(ledgerNumber))}</camunda:inputParameter>
                      <camunda:inputParameter name="reviewNote" />
                    </camunda:inputOutput>
                  </bpmn:extensionElements>
                </bpmn:userTask>
                <bpmn:sequenceFlow id="flow-leader-review-to-propose-department" sourceRef="leader-review" targetRef="propose-department" />
                """);
        Files.writeString(folder.resolve("forms/leader-review.form"), """
                {"id": "leader-review", "type": "default", "schemaVersion": 18, "components": [
                  {"type": "text", "text": "### {{caseView.number}}　{{caseView.title}}"},
                  {"type": "textarea", "key": "reviewNote", "label": "批示", "validate": {"maxLength": 500}}]}
                """);
    }

    private ConfigurableApplicationContext start() {
        SpringApplication program = new SpringApplication(Tiyanguan.class);
        program.setAdditionalProfiles("test", "demo-accounts");
        return program.run(
                "--server.port=0",
                "--camunda.bpm.job-execution.enabled=false",
                "--spring.datasource.url=jdbc:h2:mem:models;DB_CLOSE_DELAY=-1",
                "--tiyanguan.models=" + folder);
    }

    /** Of our models, one edit; where {@code from} stands more than once, each. */
    private void edit(String place, String file, String from, String to) throws IOException {
        String text = Files.readString(Path.of(place, file));
        assertThat(text).contains(from);
        Files.writeString(Files.createDirectories(folder.resolve(place)).resolve(file), text.replace(from, to));
    }

    private static int version(ConfigurableApplicationContext program) {
        return latest(program).getVersion();
    }

    private static List<String> deployed(ConfigurableApplicationContext program) {
        return program.getBean(RepositoryService.class)
                .getDeploymentResourceNames(latest(program).getDeploymentId());
    }

    private static ProcessDefinition latest(ConfigurableApplicationContext program) {
        return program.getBean(RepositoryService.class)
                .createProcessDefinitionQuery()
                .processDefinitionKey("rectification")
                .latestVersion()
                .singleResult();
    }

    private static String report(ConfigurableApplicationContext program) {
        Map<String, Object> form = new HashMap<>(Map.of(
                "kind",
                "PROBLEM",
                "title",
                "户籍窗口排队过久",
                "description",
                "取号后等了两个小时。",
                "place",
                "二楼A区",
                "occurredOn",
                "2026-02-02",
                "serviceItem",
                "户口迁移",
                "urgency",
                "URGENT",
                "channel",
                "OFFICER",
                "officer",
                "officer"));
        return program.getBean(Acting.class)
                .as("center", () -> program.getBean(CaseMessages.class).start("rectification", form));
    }

    private static String formOf(ConfigurableApplicationContext program, String number, String task)
            throws IOException {
        String id = task(program, number, task).getId();
        return new String(
                program.getBean(FormService.class).getDeployedTaskForm(id).readAllBytes(), StandardCharsets.UTF_8);
    }

    private static void accept(ConfigurableApplicationContext program, String number) {
        complete(
                program,
                "center",
                number,
                "center-triage",
                Map.of("triage", "ACCEPT", "needsOthers", false, "triageReason", "情况属实，予以受理"));
    }

    private static void complete(
            ConfigurableApplicationContext program, String user, String number, String task, Map<String, Object> form) {
        String id = task(program, number, task).getId();
        program.getBean(Acting.class).as(user, () -> {
            program.getBean(TaskService.class).complete(id, form);
            return null;
        });
    }

    /** What the decision table proposes to whoever assigns the case. */
    private static int proposedDays(ConfigurableApplicationContext program, String number) {
        String assign = task(program, number, "center-assign").getId();
        return (int) program.getBean(TaskService.class).getVariable(assign, "rectifyDays");
    }

    private static void deployAsModeler(ConfigurableApplicationContext program) throws IOException {
        DeploymentBuilder deployment =
                program.getBean(RepositoryService.class).createDeployment().name("整改闭环");
        for (Map.Entry<String, byte[]> file : OurModels.ours().entrySet())
            deployment.addInputStream(file.getKey(), new ByteArrayInputStream(file.getValue()));
        deployment.deploy();
    }

    /** Migrates a running case to the newest version. */
    private static void move(ConfigurableApplicationContext program, String number) {
        RuntimeService runtime = program.getBean(RuntimeService.class);
        ProcessInstance running = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(number)
                .processDefinitionKey("rectification")
                .singleResult();
        MigrationPlan plan = runtime.createMigrationPlan(
                        running.getProcessDefinitionId(), latest(program).getId())
                .mapEqualActivities()
                .build();
        runtime.newMigration(plan).processInstanceIds(running.getId()).execute();
    }

    private static Task task(ConfigurableApplicationContext program, String number, String key) {
        List<Task> open = tasks(program, number, key);
        assertThat(open).hasSize(1);
        return open.get(0);
    }

    private static List<Task> tasks(ConfigurableApplicationContext program, String number, String key) {
        return program.getBean(TaskService.class)
                .createTaskQuery()
                .processInstanceBusinessKey(number)
                .taskDefinitionKey(key)
                .list();
    }
}
