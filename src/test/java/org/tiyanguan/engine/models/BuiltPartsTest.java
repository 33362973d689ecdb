package org.tiyanguan.engine.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.core.Refusal;
import org.tiyanguan.engine.guards.EngineReads;

/** The second look, at what the engine built: here nothing looks at the file before. */
@IntegrationTest
class BuiltPartsTest {

    @Autowired
    ProcessEngine engine;

    @Autowired
    RepositoryService repository;

    @Test
    void all_that_our_models_and_the_allowed_elements_are_built_of_is_known() throws Exception {
        for (var file : EngineReads.diagrams().entrySet())
            assertThat(read(file.getValue())).as(file.getKey()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "shell            | <serviceTask id='s' activiti:type='shell'><extensionElements><activiti:field name='command' stringValue='true'/></extensionElements></serviceTask> | ShellActivityBehavior",
                "external         | <serviceTask id='s' camunda:type='external' camunda:topic='x'/> | ExternalTaskActivityBehavior",
                "class            | <serviceTask id='s' activiti:class='x.Y'/> | ClassDelegateActivityBehavior",
                "delegate         | <serviceTask id='s' camunda:delegateExpression='${x}'/> | ServiceTaskDelegateExpressionActivityBehavior",
                "rule             | <businessRuleTask id='s' activiti:class='x.Y'/> | ClassDelegateActivityBehavior",
                "message          | <endEvent id='s'><messageEventDefinition activiti:class='x.Y'/></endEvent> | ClassDelegateActivityBehavior",
                "listener         | <manualTask id='s'><extensionElements><activiti:executionListener event='start' class='x.Y'/></extensionElements></manualTask> | ClassDelegateExecutionListener",
                "task listener    | <userTask id='s'><extensionElements><activiti:taskListener event='create' delegateExpression='${x}'/></extensionElements></userTask> | DelegateExpressionTaskListener",
                "on a way         | <manualTask id='s'/><manualTask id='t'/><sequenceFlow id='f' sourceRef='s' targetRef='t'><extensionElements><camunda:executionListener event='take' class='x.Y'/></extensionElements></sequenceFlow> | ClassDelegateExecutionListener",
                "signal           | <endEvent id='s'><signalEventDefinition signalRef='signal'/></endEvent> | ThrowSignalEventActivityBehavior",
                "expression       | <serviceTask id='s' activiti:expression='${dataSource.getConnection()}'/> | dataSource",
                "class by name    | <serviceTask id='s' camunda:expression=\"${''.getClass()}\"/> | ( )",
                "input            | <manualTask id='s'><extensionElements><activiti:inputOutput><activiti:inputParameter name='x'>${dataSource.getConnection()}</activiti:inputParameter></activiti:inputOutput></extensionElements></manualTask> | dataSource",
                "in a map         | <manualTask id='s'><extensionElements><camunda:inputOutput><camunda:inputParameter name='x'><camunda:map><camunda:entry key='${dataSource.getConnection()}'>1</camunda:entry></camunda:map></camunda:inputParameter></camunda:inputOutput></extensionElements></manualTask> | dataSource",
                "documentation    | <userTask id='s'><documentation>${dataSource.getConnection()}</documentation></userTask> | dataSource",
                "name             | <userTask id='s' name='${dataSource.getConnection()}'/> | dataSource",
                "assignee         | <userTask id='s'><humanPerformer><resourceAssignmentExpression><formalExpression>${dataSource.getConnection()}</formalExpression></resourceAssignmentExpression></humanPerformer></userTask> | dataSource",
                "group            | <userTask id='s' activiti:candidateGroups='center,${dataSource.getConnection()}'/> | dataSource",
                "due date         | <userTask id='s' activiti:dueDate='${dataSource.getConnection()}'/> | dataSource",
                "priority         | <manualTask id='s' camunda:asyncBefore='true' activiti:jobPriority='${dataSource.getConnection()}'/> | dataSource",
                "retries          | <serviceTask id='s' camunda:asyncBefore='true' camunda:expression='${x}'><extensionElements><camunda:failedJobRetryTimeCycle>${dataSource.getConnection()}</camunda:failedJobRetryTimeCycle></extensionElements></serviceTask> | dataSource",
                "timer            | <intermediateCatchEvent id='s'><timerEventDefinition><timeDate>${dataSource.getConnection()}</timeDate></timerEventDefinition></intermediateCatchEvent> | dataSource",
                "message's name   | <receiveTask id='s' messageRef='message'/> | dataSource",
                "many             | <manualTask id='s'><multiInstanceLoopCharacteristics activiti:collection='${dataSource.getConnection()}'/></manualTask> | dataSource",
                "until            | <manualTask id='s'><multiInstanceLoopCharacteristics><loopCardinality>2</loopCardinality><completionCondition>${dataSource.getConnection()}</completionCondition></multiInstanceLoopCharacteristics></manualTask> | dataSource",
                "call             | <callActivity id='s' calledElement='${dataSource.getConnection()}'/> | dataSource",
                "call's input     | <callActivity id='s' calledElement='x'><extensionElements><activiti:in sourceExpression='${dataSource.getConnection()}' target='x'/></extensionElements></callActivity> | dataSource",
                "call's mapping   | <callActivity id='s' calledElement='x' activiti:variableMappingClass='x.Y'/> | className",
                "decision         | <businessRuleTask id='s' activiti:decisionRef='${dataSource.getConnection()}'/> | dataSource",
                "form             | <userTask id='s' activiti:formKey='${dataSource.getConnection()}'/> | dataSource"
            })
    void what_runs_code_is_found_wherever_it_stands(String name, String body, String found) throws Exception {
        List<ModelFault> faults = read(evil(body).getBytes());
        assertThat(faults).as(name).isNotEmpty();
        assertThat(faults.toString() + facts(faults)).as(name).contains(found);
    }

    @ParameterizedTest
    @ValueSource(strings = {"groovy", "juel", "javascript"})
    void a_decision_in_another_language_is_refused_when_the_engine_has_built_it(String language) throws Exception {
        String table = Files.readString(Path.of("processes/officer-rating.dmn"))
                .replaceFirst("<inputExpression ", "<inputExpression expressionLanguage=\"" + language + "\" ");
        assertThatThrownBy(() -> past(() -> repository
                        .createDeployment()
                        .name("past")
                        .addString("officer-rating.dmn", table)
                        .deploy()))
                .hasStackTraceContaining(language)
                .hasRootCauseInstanceOf(Refusal.class);
        assertThat(repository.createDeploymentQuery().deploymentName("past").count())
                .isZero();
    }

    @Test
    void what_the_first_look_overlooked_is_refused_and_nothing_stays() throws Exception {
        String shell =
                evil("<startEvent id='now'><timerEventDefinition><timeDate>${dataSource.getConnection()}</timeDate>"
                                + "</timerEventDefinition></startEvent><serviceTask id='s' activiti:type='shell'><extensionElements>"
                                + "<activiti:field name='command' stringValue='true'/></extensionElements></serviceTask>"
                                + "<sequenceFlow id='f' sourceRef='now' targetRef='s'/>")
                        .replace("<startEvent id='start'/>", "");
        assertThatThrownBy(() -> past(() -> repository
                        .createDeployment()
                        .name("past")
                        .addString("evil.bpmn", shell)
                        .deploy()))
                .hasRootCauseInstanceOf(Refusal.class)
                .hasMessageContaining("ShellActivityBehavior");
        assertThat(repository.createDeploymentQuery().deploymentName("past").count())
                .isZero();
        assertThat(repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey("evil")
                        .count())
                .isZero();
    }

    private List<ModelFault> read(byte[] diagram) {
        return new EngineReads(engine).faults(diagram);
    }

    private static String facts(List<ModelFault> faults) {
        return faults.stream()
                .map(fault -> List.of(fault.facts()).toString())
                .toList()
                .toString();
    }

    /** As if the check of the file did not know what it is looking for. */
    private void past(Runnable act) {
        var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        List<Deployer> without = new ArrayList<>(configuration.getDeployers());
        without.removeIf(ModelGate.class::isInstance);
        configuration.getDeploymentCache().setDeployers(without);
        try {
            act.run();
        } finally {
            configuration.getDeploymentCache().setDeployers(configuration.getDeployers());
        }
    }

    private static String evil(String body) {
        return "<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL' targetNamespace='x'"
                + " xmlns:camunda='http://camunda.org/schema/1.0/bpmn' xmlns:activiti='http://activiti.org/bpmn'"
                + "><signal id='signal' name='s'/>"
                + "<message id='message' name='${dataSource.getConnection()}'/>"
                + "<process id='evil' isExecutable='true' camunda:historyTimeToLive='P1D'>"
                + "<startEvent id='start'/>" + body + "</process></definitions>";
    }
}
