package org.tiyanguan.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.tiyanguan.Acting;
import org.tiyanguan.Tiyanguan;

/** Really starts the program again and again on one database, while the files in {@code tiyanguan.models} change. */
class ModelFilesTest {

    @TempDir
    Path folder;

    @Test
    void a_changed_file_counts_from_the_next_start_for_new_cases_and_an_unchanged_one_makes_no_version()
            throws IOException {
        String old;
        try (ConfigurableApplicationContext program = start()) {
            assertThat(version(program)).isEqualTo(1);
            old = report(program);
        }

        edit("processes", "rectification-deadline.dmn", "<text>5</text>", "<text>6</text>");
        edit("forms", "center-triage.form", "理由或答复", "理由、答复");
        Files.writeString(folder.resolve("notes.txt"), "not a model");
        try (ConfigurableApplicationContext program = start()) {
            assertThat(version(program)).isEqualTo(2);
            assertThat(deployed(program)).contains(
                    "rectification.bpmn", "notice.bpmn", "rectification-deadline.dmn", "center-triage.form", "center-verify.form");
            String fresh = report(program);
            assertThat(formOf(program, fresh, "center-triage")).contains("理由、答复");
            assertThat(formOf(program, old, "center-triage")).contains("理由或答复");
            assertThat(proposedDays(program, fresh)).isEqualTo(6);
            assertThat(proposedDays(program, old)).isEqualTo(5);
        }

        try (ConfigurableApplicationContext program = start()) {
            assertThat(version(program)).isEqualTo(2);
        }

        Files.delete(folder.resolve("processes/rectification-deadline.dmn"));
        try (ConfigurableApplicationContext program = start()) {
            assertThat(version(program)).isEqualTo(3);
            String fresh = report(program);
            assertThat(proposedDays(program, fresh)).as("packaged again").isEqualTo(5);
        }
    }

    private ConfigurableApplicationContext start() {
        SpringApplication program = new SpringApplication(Tiyanguan.class);
        program.setAdditionalProfiles("test", "demo-accounts");
        return program.run("--server.port=0", "--camunda.bpm.job-execution.enabled=false",
                "--spring.datasource.url=jdbc:h2:mem:models;DB_CLOSE_DELAY=-1", "--tiyanguan.models=" + folder);
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
        return program.getBean(RepositoryService.class).getDeploymentResourceNames(latest(program).getDeploymentId());
    }

    private static ProcessDefinition latest(ConfigurableApplicationContext program) {
        return program.getBean(RepositoryService.class).createProcessDefinitionQuery()
                .processDefinitionKey("rectification").latestVersion().singleResult();
    }

    private static String report(ConfigurableApplicationContext program) {
        Map<String, Object> form = new HashMap<>(Map.of(
                "kind", "PROBLEM", "title", "户籍窗口排队过久", "description", "取号后等了两个小时。", "place", "二楼A区",
                "occurredOn", "2026-02-02", "serviceItem", "户口迁移", "urgency", "URGENT", "channel", "OFFICER",
                "officer", "officer"));
        return program.getBean(Acting.class).as("center",
                () -> program.getBean(CaseMessages.class).start("rectification", form));
    }

    private static String formOf(ConfigurableApplicationContext program, String number, String task) throws IOException {
        String id = task(program, number, task).getId();
        return new String(program.getBean(FormService.class).getDeployedTaskForm(id).readAllBytes(), StandardCharsets.UTF_8);
    }

    /** Accepts the case; what the decision table then proposes to whoever assigns it. */
    private static int proposedDays(ConfigurableApplicationContext program, String number) {
        TaskService tasks = program.getBean(TaskService.class);
        String triage = task(program, number, "center-triage").getId();
        program.getBean(Acting.class).as("center", () -> {
            tasks.complete(triage, Map.of("triage", "ACCEPT", "needsOthers", false, "triageReason", "情况属实，予以受理"));
            return null;
        });
        return (int) tasks.getVariable(task(program, number, "center-assign").getId(), "rectifyDays");
    }

    private static Task task(ConfigurableApplicationContext program, String number, String key) {
        return program.getBean(TaskService.class).createTaskQuery()
                .processInstanceBusinessKey(number).taskDefinitionKey(key).singleResult();
    }
}
