package org.tiyanguan.engine.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tiyanguan.IntegrationTest;

/** A process that another one calls has a start form: whoever's step comes before need not be able to start it. */
@IntegrationTest
class CalledFormTest {

    private static final String OUTER = """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="test">
              <process id="outer" isExecutable="true" camunda:historyTimeToLive="P1D">
                <startEvent id="start"/><sequenceFlow id="a" sourceRef="start" targetRef="leader-step"/>
                <userTask id="leader-step" name="同意" camunda:assignee="leader" camunda:formRef="inner" camunda:formRefBinding="deployment" camunda:dueDate="${rectification.centerDue()}"/><sequenceFlow id="b" sourceRef="leader-step" targetRef="call"/>
                <callActivity id="call" name="调用" calledElement="inner" camunda:calledElementBinding="deployment"/>
                <sequenceFlow id="c" sourceRef="call" targetRef="end"/><endEvent id="end"/>
              </process>
            </definitions>""";

    private static final String INNER = """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="test">
              <process id="inner" isExecutable="true" camunda:historyTimeToLive="P1D">
                <startEvent id="start" camunda:formRef="inner" camunda:formRefBinding="deployment"/><sequenceFlow id="a" sourceRef="start" targetRef="wait"/>
                <userTask id="wait" name="等" camunda:candidateGroups="center" camunda:formRef="inner" camunda:formRefBinding="deployment" camunda:dueDate="${rectification.centerDue()}"/>
                <sequenceFlow id="b" sourceRef="wait" targetRef="end"/><endEvent id="end"/>
              </process>
            </definitions>""";

    private static final String FORM = """
            {"id":"inner","type":"default","schemaVersion":16,"components":[
              {"type":"text","text":"看一看","id":"Field_inner"}]}""";

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    IdentityService identity;

    private String deployment;

    @AfterEach
    void undeploy() {
        identity.clearAuthentication();
        repository.deleteDeployment(deployment, true);
    }

    @Test
    void the_leaders_step_begins_a_process_that_only_others_may_start() {
        deployment = repository
                .createDeployment()
                .name("test")
                .addString("outer.bpmn", OUTER)
                .addString("inner.bpmn", INNER)
                .addString("inner.form", FORM)
                .deploy()
                .getId();
        String outer = runtime.startProcessInstanceByKey("outer").getId();
        identity.setAuthentication("leader", List.of("center-leader"));
        tasks.complete(
                tasks.createTaskQuery().processInstanceId(outer).singleResult().getId());
        identity.clearAuthentication();
        assertThat(runtime.createProcessInstanceQuery()
                        .superProcessInstanceId(outer)
                        .processDefinitionKey("inner")
                        .count())
                .isOne();
    }
}
