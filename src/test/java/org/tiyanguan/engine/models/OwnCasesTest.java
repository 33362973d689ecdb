package org.tiyanguan.engine.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.core.Refusal;
import org.tiyanguan.engine.OwnCase;
import org.tiyanguan.rectification.Loop;

/**
 * At run time, whatever a check of the file let through: a model is no key to other cases, to people or to the engine.
 */
@IntegrationTest
class OwnCasesTest {

    @Autowired
    ProcessEngine engine;

    @Autowired
    RuntimeService runtime;

    @Autowired
    RepositoryService repository;

    @Autowired
    Loop loop;

    @Autowired
    JdbcClient jdbc;

    private String own;
    private String other;
    private String instance;

    @BeforeEach
    void twoCases() {
        own = loop.report();
        other = loop.report();
        instance = instance(own);
        for (String number : List.of(own, other)) {
            loop.complete("center", number, "center-triage", Map.of("triage", "ACCEPT", "triageReason", "情况属实，予以受理"));
            loop.complete(
                    "center", number, "center-assign", Map.of("department1", "gongan", "instruction1", "请整改窗口排队"));
        }
    }

    @AfterEach
    void remove_what_was_deployed() {
        repository
                .createDeploymentQuery()
                .deploymentName("test")
                .list()
                .forEach(deployment -> repository.deleteDeployment(deployment.getId(), true));
    }

    @Test
    void a_model_works_on_its_own_case() {
        assertThat(evaluate("${rectification.kindOf(ledgerNumber)}", Map.of())).isEqualTo("PROBLEM");
        assertThat(evaluate("${departmentWork.department(part)}", Map.of("part", part(own))))
                .isEqualTo("gongan");
    }

    /** Whichever method is published, and whichever will be. */
    @Test
    void no_published_method_works_on_another_case() {
        int asked = 0;
        for (var bean : OurModels.published().entrySet())
            for (Method method : bean.getValue().getMethods())
                for (int i = 0; i < method.getParameterCount(); i++) {
                    OwnCase annotation = method.getParameters()[i].getAnnotation(OwnCase.class);
                    if (annotation == null) continue;
                    Object key = annotation.value().getSimpleName().equals("Parts")
                            ? part(other)
                            : method.getParameterTypes()[i] == long.class ? -1L : other;
                    String call = "${%s.%s(%s)}"
                            .formatted(
                                    bean.getKey(),
                                    method.getName(),
                                    Arrays.stream(method.getParameters())
                                            .map(p -> "another")
                                            .collect(Collectors.joining(", ")));
                    assertThat(Refusal.in(catchThrowable(() -> evaluate(call, Map.of("another", key)))))
                            .as(call)
                            .isNotNull();
                    asked++;
                }
        assertThat(asked).isGreaterThan(80);
        assertThat(evaluate("${rectification.kindOf(ledgerNumber)}", Map.of())).isEqualTo("PROBLEM");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // who
                "${rectification.reporterAccount(ledgerNumber)}",
                "${departmentWork.handler(part)}",
                "${authenticatedUserId}",
                // what was written, elsewhere than in a task
                "${caseViews.ofCase(ledgerNumber)}",
                "${rectification.answerOf(ledgerNumber)}",
                // another number becomes one's own
                "${execution.setProcessBusinessKey(another)}",
                // the engine, and what Spring puts around a component
                "${execution.processEngineServices}",
                "${execution.getProcessEngineServices()}",
                "${execution.processInstance.businessKey}",
                "${execution.setVariable('x', execution)}",
                "${execution.setVariable('x', rectification)}",
                "${rectification.targetSource}",
                "${rectification.getTargetSource().getTarget()}",
                "${rectification.class}",
                "${rectification.hashCode()}",
                "${''.getClass()}",
                "${''.class}",
                "${JSON('{}').mapTo('java.lang.Object')}",
                "${execution.variables.getClass()}",
                "${dataSource}"
            })
    void it_reaches_neither_people_nor_other_cases_nor_the_engine(String expression) {
        Map<String, Object> variables = Map.of("another", other, "part", part(own));
        assertThatThrownBy(() -> evaluate(expression, variables)).as(expression).isInstanceOf(Exception.class);
        assertThat(jdbc.sql("select business_key_ from act_ru_execution where id_ = ?")
                        .param(instance)
                        .query(String.class)
                        .single())
                .isEqualTo(own);
    }

    /** A called process has the key that its caller gives it, which may be any. */
    @Test
    void a_called_process_serves_its_caller_s_case_whatever_key_it_was_given() {
        repository
                .createDeployment()
                .name("test")
                .addString("outer.bpmn", """
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="test">
                  <process id="outer" isExecutable="true" camunda:historyTimeToLive="P1D">
                    <startEvent id="start"/><sequenceFlow id="a" sourceRef="start" targetRef="call"/>
                    <callActivity id="call" name="调用" calledElement="inner" camunda:calledElementBinding="deployment">
                      <extensionElements><camunda:in businessKey="#{key}"/></extensionElements>
                    </callActivity>
                    <sequenceFlow id="b" sourceRef="call" targetRef="end"/><endEvent id="end"/>
                  </process>
                </definitions>""")
                .addString("inner.bpmn", """
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="test" xmlns:camunda="http://camunda.org/schema/1.0/bpmn">
                  <process id="inner" isExecutable="true" camunda:historyTimeToLive="P1D">
                    <startEvent id="start"/><sequenceFlow id="a" sourceRef="start" targetRef="wait"/>
                    <intermediateCatchEvent id="wait"><timerEventDefinition id="timer"><timeDuration>PT1H</timeDuration></timerEventDefinition></intermediateCatchEvent>
                    <sequenceFlow id="b" sourceRef="wait" targetRef="end"/><endEvent id="end"/>
                  </process>
                </definitions>""")
                .deploy();
        runtime.startProcessInstanceByKey("outer", Map.of("key", other));
        instance = runtime.createProcessInstanceQuery()
                .processDefinitionKey("inner")
                .processInstanceBusinessKey(other)
                .singleResult()
                .getId();
        assertThat(Refusal.in(
                        catchThrowable(() -> evaluate("${rectification.kindOf(another)}", Map.of("another", other)))))
                .isNotNull();
        instance = runtime.startProcessInstanceByKey("outer", own, Map.of("key", other))
                .getId();
        instance = runtime.createProcessInstanceQuery()
                .superProcessInstanceId(instance)
                .singleResult()
                .getId();
        assertThatCode(() -> evaluate("${rectification.kindOf(mine)}", Map.of("mine", own)))
                .doesNotThrowAnyException();
    }

    /** What it begins itself is its own as well; its caller still works on its own only. */
    @Test
    void a_called_process_may_begin_a_case_of_its_own_unless_its_caller_names_it() {
        for (String given : List.of("", "<camunda:in businessKey=\"#{key}\"/>")) {
            repository
                    .createDeployment()
                    .name("test")
                    .addString("outer.bpmn", """
                    <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="test">
                      <process id="outer" isExecutable="true" camunda:historyTimeToLive="P1D">
                        <startEvent id="start"/><sequenceFlow id="a" sourceRef="start" targetRef="call"/>
                        <callActivity id="call" name="调用" calledElement="inner" camunda:calledElementBinding="deployment">
                          <extensionElements>%s<camunda:in source="key" target="key"/></extensionElements>
                        </callActivity>
                        <sequenceFlow id="b" sourceRef="call" targetRef="end"/><endEvent id="end"/>
                      </process>
                    </definitions>""".formatted(given))
                    .addString("inner.bpmn", """
                    <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="test" xmlns:camunda="http://camunda.org/schema/1.0/bpmn">
                      <process id="inner" isExecutable="true" camunda:historyTimeToLive="P1D">
                        <startEvent id="start"/><sequenceFlow id="a" sourceRef="start" targetRef="wait"/>
                        <intermediateCatchEvent id="wait"><timerEventDefinition id="timer"><timeDuration>PT1H</timeDuration></timerEventDefinition></intermediateCatchEvent>
                        <sequenceFlow id="b" sourceRef="wait" targetRef="end"/><endEvent id="end"/>
                      </process>
                    </definitions>""")
                    .deploy();
            String outer = runtime.startProcessInstanceByKey("outer", own, Map.of("key", other))
                    .getId();
            instance = runtime.createProcessInstanceQuery()
                    .superProcessInstanceId(outer)
                    .singleResult()
                    .getId();
            String begin = "${eventWork.register('第一季度座谈会', 'SYMPOSIUM')}";
            if (!given.isEmpty()) {
                assertThat(Refusal.in(catchThrowable(() -> evaluate(begin, Map.of()))))
                        .isNotNull();
                continue;
            }
            Object begun = evaluate(begin, Map.of());
            assertThatCode(() -> evaluate("${eventWork.kind(mine)}", Map.of("mine", begun)))
                    .doesNotThrowAnyException();
            assertThatCode(() -> evaluate("${rectification.kindOf(mine)}", Map.of("mine", own)))
                    .doesNotThrowAnyException();
            instance = outer;
            assertThat(Refusal.in(
                            catchThrowable(() -> evaluate("${eventWork.kind(another)}", Map.of("another", begun)))))
                    .isNotNull();
        }
    }

    private Object evaluate(String expression, Map<String, Object> variables) {
        var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        return configuration.getCommandExecutorTxRequiresNew().execute(context -> {
            var execution = context.getExecutionManager().findExecutionById(instance);
            execution.setVariablesLocal(variables);
            return configuration
                    .getExpressionManager()
                    .createExpression(expression)
                    .getValue(execution);
        });
    }

    private long part(String number) {
        return jdbc.sql("select id from rectification_part where number = ?")
                .param(number)
                .query(Long.class)
                .single();
    }

    private String instance(String number) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(number)
                .processDefinitionKey("rectification")
                .singleResult()
                .getId();
    }
}
