package org.tiyanguan.rectification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tiyanguan.AtTime;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.annual.Summing;
import org.tiyanguan.chase.Chase;
import org.tiyanguan.event.Eventing;
import org.tiyanguan.experience.LookingBack;
import org.tiyanguan.officer.OfficerCategory;
import org.tiyanguan.practice.Practices;
import org.tiyanguan.practice.Practising;
import org.tiyanguan.review.Cause;
import org.tiyanguan.review.Reviewing;

/** No decision table stops a case, whatever a designer makes of it. */
@IntegrationTest
@AtTime("2026-03-02T10:00:00")
class ChangedTablesTest {

    @Autowired
    Loop loop;

    @Autowired
    Eventing eventing;

    @Autowired
    Reviewing reviewing;

    @Autowired
    LookingBack lookingBack;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Practising practising;

    @Autowired
    Practices practices;

    @Autowired
    Summing summing;

    @Autowired
    RepositoryService repository;

    @Autowired
    Chase chase;

    @ParameterizedTest
    @EnumSource(TableChange.class)
    void whatever_designers_make_of_the_tables_the_case_goes_on(TableChange change) throws IOException {
        String deployment = deploy(change, "rectification.bpmn");
        try {
            String number = loop.report();
            loop.complete(
                    "center",
                    number,
                    "center-triage",
                    Map.of("topic", "OTHER", "triage", "ACCEPT", "triageReason", "情况属实，予以受理"));
            loop.assign(number, "gongan");
            loop.complete("gongan", number, "department-accept", Map.of("acceptance", "ACCEPT"));
            assertThat(loop.openTasks(number)).containsExactly("department-rectify");
            String task = loop.task(number, "department-rectify").getId();
            Loop.now("2026-03-20T09:00:00");
            for (Object answer : new Object[] {null, "doer", "", "三", List.of("三", 7)}) chase.tell(task, answer);
        } finally {
            repository.deleteDeployment(deployment, true);
        }
    }

    @ParameterizedTest
    @EnumSource(TableChange.class)
    void whatever_designers_make_of_the_table_of_duties_people_are_invited(TableChange change) throws IOException {
        String deployment = deploy(change, "event.bpmn");
        try {
            Eventing.now("2026-03-16T10:00:00");
            String number = eventing.symposium("officer", "officer2");
            assertThat(eventing.openTasks(number)).containsExactly("officer-reply-event", "officer-reply-event");
            eventing.reply("officer", number, "YES", null);
        } finally {
            repository.deleteDeployment(deployment, true);
        }
    }

    @ParameterizedTest
    @EnumSource(TableChange.class)
    void whatever_designers_make_of_the_table_of_looking_back_each_entry_is_decided_about(TableChange change)
            throws IOException {
        String deployment = deploy(change, "look-back.bpmn");
        try {
            String number = lookingBack.closed(8000 + change.ordinal(), "2026-03-02T10:00:00", 5);
            lookingBack.round("2026-06-01T08:40:00");
            assertThat(jdbc.sql("select share from look_back where number = :number")
                            .param("number", number)
                            .query(Integer.class)
                            .list())
                    .hasSize(1);
        } finally {
            lookingBack.over();
            repository.deleteDeployment(deployment, true);
        }
    }

    @ParameterizedTest
    @EnumSource(TableChange.class)
    void whatever_designers_make_of_the_table_of_grades_the_review_goes_on(TableChange change) throws IOException {
        String deployment = deploy(change, "officer-review.bpmn");
        try {
            Reviewing.now("2026-03-16T10:00:00");
            String officer = reviewing.officer(OfficerCategory.PUBLIC, "2025-03-01", "2026-12-31");
            String number = reviewing.opened(officer, Cause.ANNUAL);
            reviewing.reports(officer, number);
            reviewing.judges(number, "PASS", "RENEW", "情况正常");
            assertThat(reviewing.ended(number)).isTrue();
        } finally {
            repository.deleteDeployment(deployment, true);
        }
    }

    @ParameterizedTest
    @EnumSource(TableChange.class)
    void whatever_designers_make_of_the_table_of_practices_an_entry_is_closed_and_can_be_nominated(TableChange change)
            throws IOException {
        String deployment = deploy(change, "practice-proposal.bpmn");
        try {
            String entry = practising.rectified();
            practising.tableIsAsked(entry);
            if (practices.of(entry).isEmpty())
                assertThat(practising.nominated("center", entry, "")).startsWith("HY-");
            assertThat(practices.of(entry)).isPresent();
        } finally {
            repository.deleteDeployment(deployment, true);
        }
    }

    @ParameterizedTest
    @EnumSource(TableChange.class)
    void whatever_designers_make_of_the_red_and_black_list_the_summary_goes_on(TableChange change) throws IOException {
        String deployment = deploy(change, "annual-summary.bpmn", "event.bpmn");
        try {
            Summing.now("2026-12-01T10:00:00");
            summing.afresh();
            summing.submitted();
            assertThat(summing.openTasks()).containsExactly("leader-approve-report");
        } finally {
            repository.deleteDeployment(deployment, true);
        }
    }

    // ----

    /** The diagram that asks tables, with all that it needs, and those that it calls. */
    private String deploy(TableChange change, String... diagramFiles) throws IOException {
        File[] diagrams = new File("processes").listFiles((folder, name) -> name.endsWith(".bpmn"));
        Set<String> asking = Stream.of(diagrams)
                .filter(each -> !all(Bpmn.readModelFromFile(each)).isEmpty())
                .map(File::getName)
                .collect(Collectors.toSet());
        // The next diagram that asks a table needs a walk of its own here.
        assertThat(asking)
                .containsExactlyInAnyOrder(
                        "rectification.bpmn",
                        "overdue-digest.bpmn",
                        "event.bpmn",
                        "officer-review.bpmn",
                        "practice-proposal.bpmn",
                        "look-back.bpmn",
                        "annual-summary.bpmn");
        DeploymentBuilder deployment = repository.createDeployment().name(change.name());
        for (String file : diagramFiles) add(deployment, change, file);
        return deployment.deploy().getId();
    }

    private static void add(DeploymentBuilder deployment, TableChange change, String file) throws IOException {
        BpmnModelInstance diagram = Bpmn.readModelFromFile(new File("processes", file));
        deployment.addString(file, Files.readString(Path.of("processes", file)));
        Stream<String> forms = Stream.concat(
                diagram.getModelElementsByType(UserTask.class).stream().map(UserTask::getCamundaFormRef),
                diagram.getModelElementsByType(StartEvent.class).stream().map(StartEvent::getCamundaFormRef));
        for (String form : forms.filter(ref -> ref != null).distinct().toList())
            deployment.addString(form + ".form", Files.readString(Path.of("forms", form + ".form")));
        for (BusinessRuleTask asks : all(diagram)) {
            DmnModelInstance table =
                    Dmn.readModelFromFile(new File("processes", asks.getCamundaDecisionRef() + ".dmn"));
            change.to(table);
            deployment.addString(asks.getCamundaDecisionRef() + ".dmn", Dmn.convertToString(table));
        }
    }

    private static Collection<BusinessRuleTask> all(BpmnModelInstance diagram) {
        return diagram.getModelElementsByType(BusinessRuleTask.class);
    }
}
