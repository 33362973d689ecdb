package org.tiyanguan.rectification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.glassfish.jersey.server.ResourceConfig;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tiyanguan.AtTime;
import org.tiyanguan.Browser;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.Scripts;
import org.tiyanguan.engine.GoneTask;
import org.tiyanguan.engine.RequestFault;

/** Who reads a task that somebody ended, or ends at that moment, is told so, whatever the engine stumbles over. */
@IntegrationTest
@AtTime("2026-03-02T10:00:00")
class GoneTaskTest {

    private static final String[] READS = {
        "/form-variables",
        "/form-variables?deserializeValues=false",
        "/variables",
        "/localVariables",
        "/variables/caseView",
        "/variables/caseView/data",
        "/form",
        "/deployed-form",
        "/rendered-form",
        "/identity-links"
    };

    @LocalServerPort
    int port;

    @Autowired
    Loop loop;

    @Autowired
    Scripts scripts;

    @Autowired
    ProcessEngine engine;

    @Autowired
    ResourceConfig resources;

    @Test
    void whatever_one_reads_of_a_task_that_is_gone_is_no_error_of_the_program() {
        String number = loop.assigned("gongan");
        String task = loop.task(number, "department-accept").getId();
        loop.complete("gongan", number, "department-accept", Map.of("acceptance", "ACCEPT"));
        Browser tasklist = Browser.of(port, "gongan");
        Map<String, Integer> answers = new TreeMap<>();
        for (String read : READS) {
            answers.put(
                    "rest" + read,
                    scripts.get("gongan", "/engine-rest/task/" + task + read)
                            .getStatusCode()
                            .value());
            answers.put(
                    "tasklist" + read,
                    tasklist.get("/camunda/api/engine/engine/default/task/" + task + read)
                            .statusCode());
        }
        assertThat(answers).allSatisfy((read, status) -> assertThat(status).isIn(403, 409));
    }

    @Test
    void what_the_engines_resources_themselves_stumble_over_is_answered_so_too() {
        assertThat(resources.getClasses()).contains(GoneTask.class);
    }

    @Test
    void a_form_whose_task_is_completed_while_it_is_read_is_a_conflict() {
        String number = loop.assigned("gongan");
        String task = loop.task(number, "department-accept").getId();
        Throwable thrown =
                catchThrowable(() -> ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                        .getCommandExecutorTxRequired()
                        .execute(context -> {
                            var read = context.getTaskManager().findTaskById(task);
                            CompletableFuture.runAsync(() -> loop.complete(
                                            "gongan", number, "department-accept", Map.of("acceptance", "ACCEPT")))
                                    .orTimeout(60, TimeUnit.SECONDS)
                                    .join();
                            throw new IllegalArgumentException("UTILS-02001 Parameter is null in " + read.getId());
                        }));
        assertThat(thrown).isNotNull().matches(RequestFault.OVERTAKEN::isIn);
    }
}
