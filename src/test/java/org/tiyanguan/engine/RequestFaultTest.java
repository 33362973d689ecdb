package org.tiyanguan.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What this version of the engine says when somebody was faster, of which the program knows some by the words alone.
 */
class RequestFaultTest {

    private ProcessEngine engine;

    @BeforeEach
    void an_engine_with_one_task() {
        // By its usual name it would be mistaken for the program's, where both run in one JVM.
        ProcessEngineConfigurationImpl one = new StandaloneInMemProcessEngineConfiguration();
        one.setProcessEnginePlugins(List.of(new EndedMeanwhile()));
        engine = one.setProcessEngineName("one")
                .setJdbcUrl("jdbc:h2:mem:request-fault")
                .setEnforceHistoryTimeToLive(false)
                .buildProcessEngine();
        engine.getRepositoryService()
                .createDeployment()
                .addModelInstance(
                        "one.bpmn",
                        Bpmn.createExecutableProcess("one")
                                .startEvent()
                                .userTask()
                                .endEvent()
                                .done())
                .addModelInstance(
                        "refusing.bpmn",
                        Bpmn.createExecutableProcess("refusing")
                                .startEvent()
                                .userTask()
                                .camundaTaskListenerExpression("complete", "${nobody.knows}")
                                .multiInstance()
                                .cardinality("1")
                                .multiInstanceDone()
                                .endEvent()
                                .done())
                .addModelInstance(
                        "refusing-alone.bpmn",
                        Bpmn.createExecutableProcess("refusing-alone")
                                .startEvent()
                                .userTask()
                                .camundaTaskListenerExpression("complete", "${nobody.knows}")
                                .endEvent()
                                .done())
                .addModelInstance(
                        "asking.bpmn",
                        Bpmn.createExecutableProcess("asking")
                                .startEvent()
                                .userTask()
                                .serviceTask()
                                .camundaExpression("${visit}")
                                .endEvent()
                                .done())
                .addModelInstance(
                        "several.bpmn",
                        Bpmn.createExecutableProcess("several")
                                .startEvent()
                                .userTask()
                                .multiInstance()
                                .cardinality("1")
                                .multiInstanceDone()
                                .endEvent()
                                .done())
                .deploy();
        engine.getRuntimeService().startProcessInstanceByKey("one");
    }

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void a_task_that_was_done_meanwhile_is_a_conflict() {
        String task = task();
        engine.getTaskService().complete(task);
        assertThat(catchThrowable(() -> engine.getTaskService().complete(task))).matches(RequestFault.OVERTAKEN::isIn);
    }

    @Test
    void whatever_one_asks_of_a_task_that_is_gone_is_a_conflict() {
        String task = task();
        engine.getTaskService().complete(task);
        TaskService tasks = engine.getTaskService();
        List<ThrowingCallable> asked = List.of(
                () -> tasks.getVariables(task),
                () -> tasks.getVariablesTyped(task, false),
                () -> tasks.getVariable(task, "reply"),
                () -> tasks.setVariable(task, "reply", "YES"),
                () -> tasks.claim(task, "officer"),
                () -> tasks.setAssignee(task, "officer"),
                () -> tasks.delegateTask(task, "officer"),
                () -> tasks.resolveTask(task),
                () -> tasks.getIdentityLinksForTask(task),
                () -> engine.getFormService().getDeployedTaskForm(task),
                () -> engine.getFormService().getTaskFormData(task),
                () -> engine.getFormService().getRenderedTaskForm(task),
                () -> engine.getFormService().submitTaskForm(task, Map.of()));
        for (ThrowingCallable one : asked)
            assertThat(catchThrowable(one)).isNotNull().matches(RequestFault.OVERTAKEN::isIn);
    }

    @Test
    void a_task_whose_case_ended_after_it_was_read_is_a_conflict() {
        assertThat(completedAfter("delete from act_ru_task", "delete from act_ru_execution"))
                .matches(RequestFault.OVERTAKEN::isIn)
                .isInstanceOf(NullPointerException.class);
    }

    @Test
    void a_task_of_several_that_ended_after_it_was_read_is_a_conflict() {
        engine.getTaskService().complete(task());
        engine.getRuntimeService().startProcessInstanceByKey("several");
        assertThat(completedAfter("delete from act_ru_variable"))
                .matches(RequestFault.OVERTAKEN::isIn)
                .hasMessageContaining("nrOfCompletedInstances");
    }

    /** The engine looks for where to go on with a refusal, and finds no case, or none of the task's. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete from act_ru_execution",
                "delete from act_ru_execution where id_ not in (select parent_id_ from act_ru_execution where parent_id_ is not null)"
            })
    void a_refusal_in_a_case_that_ended_meanwhile_is_a_conflict(String ended) {
        engine.getTaskService().complete(task());
        engine.getRuntimeService().startProcessInstanceByKey("refusing");
        assertThat(completedAfter(
                        TaskEntity::getExecution, "delete from act_ru_task", "delete from act_ru_variable", ended))
                .hasRootCauseInstanceOf(NullPointerException.class)
                .matches(RequestFault.OVERTAKEN::isIn);
    }

    @Test
    void a_refusal_in_a_case_of_which_nothing_is_left_is_a_conflict() {
        engine.getTaskService().complete(task());
        engine.getRuntimeService().startProcessInstanceByKey("refusing-alone");
        assertThat(completedAfter(TaskEntity::getExecution, "delete from act_ru_task", "delete from act_ru_execution"))
                .hasStackTraceContaining("list of executions is empty")
                .matches(RequestFault.OVERTAKEN::isIn);
    }

    /** The engine knows where the case stood, and goes on to a step that finds none of its variables any more. */
    @Test
    void a_variable_that_is_missing_in_a_case_that_ended_meanwhile_is_a_conflict() {
        engine.getTaskService().complete(task());
        engine.getRuntimeService().startProcessInstanceByKey("asking", Map.of("visit", 1));
        assertThat(completedAfter(
                        task -> task.getExecution().getExecutions(),
                        "delete from act_ru_variable",
                        "delete from act_ru_task",
                        "delete from act_ru_execution"))
                .hasStackTraceContaining("Cannot resolve identifier 'visit'")
                .matches(RequestFault.OVERTAKEN::isIn);
    }

    @Test
    void a_variable_that_is_missing_in_a_case_that_goes_on_is_no_conflict() {
        engine.getTaskService().complete(task());
        engine.getRuntimeService().startProcessInstanceByKey("asking");
        assertThat(completedAfter())
                .hasStackTraceContaining("Cannot resolve identifier 'visit'")
                .matches(thrown -> RequestFault.in(thrown).isEmpty());
    }

    @Test
    void nothing_else_that_is_null_is_a_conflict() {
        String nothing = null;
        assertThat(catchThrowable(() -> nothing.length()))
                .matches(thrown -> RequestFault.in(thrown).isEmpty());
    }

    /** As another's transaction would have done it between reading the task and completing it. */
    private Throwable completedAfter(String... statements) {
        return completedAfter(task -> {}, statements);
    }

    /** @param read what was read with the task */
    private Throwable completedAfter(Consumer<TaskEntity> read, String... statements) {
        String id = task();
        return catchThrowable(() -> configuration()
                .getCommandExecutorTxRequired()
                .execute(context -> {
                    TaskEntity task = context.getTaskManager().findTaskById(id);
                    read.accept(task);
                    for (String statement : statements) execute(context, statement);
                    task.complete();
                    return null;
                }));
    }

    private String task() {
        return engine.getTaskService().createTaskQuery().singleResult().getId();
    }

    private ProcessEngineConfigurationImpl configuration() {
        return (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    }

    private static void execute(CommandContext context, String statement) {
        Connection connection = context.getDbSqlSession().getSqlSession().getConnection();
        try (Statement one = connection.createStatement()) {
            one.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
