package org.tiyanguan.engine.forms;

import java.io.InputStream;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.form.CamundaFormRef;
import org.camunda.bpm.engine.impl.FormServiceImpl;
import org.camunda.bpm.engine.impl.TaskServiceImpl;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.util.EnsureUtil;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.task.DelegationState;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.type.ValueType;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Puts {@link FormCheck} where every way through the engine passes: a process that has a start form starts, a task is
 * completed, submitted or given back. REST, Tasklist and Java alike end up in these methods.
 */
@Component
class FormGate extends AbstractProcessEnginePlugin {

    private final FormCheck check;

    /** By process definition and task. */
    private final Map<String, FormFile> forms = new ConcurrentHashMap<>();

    @SuppressWarnings("NullAway.Init") // It is set before the engine works.
    private ProcessEngine engine;

    FormGate(FormCheck check) {
        this.check = check;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setTaskService(new Tasks());
        configuration.setFormService(new Forms());
        configuration.getCustomPreBPMNParseListeners().add(new StartForms());
    }

    @Override
    public void postProcessEngineBuild(ProcessEngine built) {
        engine = built;
    }

    private void check(String taskId, @Nullable Map<String, Object> submitted) {
        Task task = engine.getTaskService()
                .createTaskQuery()
                .taskId(taskId)
                .initializeFormKeys()
                .singleResult();
        // Unknown, or not the caller's: the engine says so itself.
        if (task == null) return;
        // The engine would take a delegate's form for giving back; who owns the task submits it.
        if (task.getDelegationState() == DelegationState.PENDING) throw check.delegated();
        check.check(form(task), variables(submitted), engine.getTaskService().getVariablesTyped(taskId, false));
    }

    private void checkNothingElse(Map<String, Object> submitted) {
        check.check(FormFile.NONE, variables(submitted), Variables.createVariables());
    }

    private static VariableMap variables(@Nullable Map<String, Object> submitted) {
        return submitted == null ? Variables.createVariables() : Variables.fromMap(submitted);
    }

    private FormFile form(Task task) {
        CamundaFormRef form = task.getCamundaFormRef();
        if (form == null) return FormFile.NONE;
        return fixed(
                form.getBinding(),
                task.getProcessDefinitionId() + "/" + task.getTaskDefinitionKey(),
                () -> engine.getFormService().getDeployedTaskForm(task.getId()));
    }

    /** A form that was deployed with its diagram stays as it is, and is read once. */
    private FormFile fixed(@Nullable String binding, String place, Supplier<InputStream> deployed) {
        if ("latest".equals(binding)) return FormFile.read(deployed.get());
        return forms.computeIfAbsent(place, unknown -> FormFile.read(deployed.get()));
    }

    /**
     * Somebody else's completing takes a task's grants away with it: whoever comes a moment later would be told that
     * the task is not theirs, instead of that it is done.
     */
    private static <T> T unlessGone(CommandExecutor executor, String taskId, Command<T> act) {
        try {
            return executor.execute(act);
        } catch (AuthorizationException e) {
            executor.execute(context -> {
                TaskEntity task = context.getTaskManager().findTaskById(taskId);
                EnsureUtil.ensureNotNull("Cannot find task with id " + taskId, "task", task);
                return null;
            });
            throw e;
        }
    }

    private class Tasks extends TaskServiceImpl {

        @Override
        public void complete(String taskId) {
            complete(taskId, null);
        }

        @Override
        public void complete(String taskId, @Nullable Map<String, Object> variables) {
            unlessGone(commandExecutor, taskId, context -> {
                check(taskId, variables);
                super.complete(taskId, variables);
                return null;
            });
        }

        @Override
        public VariableMap completeWithVariablesInReturn(String taskId, Map<String, Object> variables, boolean read) {
            return unlessGone(commandExecutor, taskId, context -> {
                check(taskId, variables);
                return super.completeWithVariablesInReturn(taskId, variables, read);
            });
        }

        /** A delegate gives back a task, not its form. */
        @Override
        public void resolveTask(String taskId, Map<String, Object> variables) {
            commandExecutor.execute(context -> {
                checkNothingElse(variables);
                super.resolveTask(taskId, variables);
                return null;
            });
        }

        @Override
        public void handleBpmnError(String taskId, String code, String message, Map<String, Object> variables) {
            commandExecutor.execute(context -> {
                checkNothingElse(variables);
                super.handleBpmnError(taskId, code, message, variables);
                return null;
            });
        }

        @Override
        public void handleEscalation(String taskId, String code, Map<String, Object> variables) {
            commandExecutor.execute(context -> {
                checkNothingElse(variables);
                super.handleEscalation(taskId, code, variables);
                return null;
            });
        }
    }

    private class Forms extends FormServiceImpl {

        /**
         * What is empty is left out. Forms take a null for something that was filled in: a field with a default comes
         * up without it, and a group of checkboxes takes no click.
         */
        @Override
        public VariableMap getTaskFormVariables(
                String taskId, @Nullable Collection<String> names, boolean deserialize) {
            VariableMap all = super.getTaskFormVariables(taskId, names, deserialize);
            VariableMap filled = Variables.createVariables();
            all.keySet().forEach(name -> {
                TypedValue value = all.getValueTyped(name);
                if (value.getType() != ValueType.NULL) filled.putValueTyped(name, value);
            });
            return filled;
        }

        @Override
        public void submitTaskForm(String taskId, Map<String, Object> variables) {
            unlessGone(commandExecutor, taskId, context -> {
                check(taskId, variables);
                super.submitTaskForm(taskId, variables);
                return null;
            });
        }

        @Override
        public VariableMap submitTaskFormWithVariablesInReturn(
                String taskId, Map<String, Object> variables, boolean read) {
            return unlessGone(commandExecutor, taskId, context -> {
                check(taskId, variables);
                return super.submitTaskFormWithVariablesInReturn(taskId, variables, read);
            });
        }
    }

    /** Built in, so that no request can ask to skip it. */
    private class StartForms extends AbstractBpmnParseListener implements ExecutionListener {

        @Override
        public void parseProcess(Element process, ProcessDefinitionEntity definition) {
            boolean hasForm = process.elements("startEvent").stream()
                    .anyMatch(start -> start.attributeNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "formRef") != null);
            if (hasForm) definition.addBuiltInListener(EVENTNAME_START, this);
        }

        @Override
        public void notify(DelegateExecution execution) {
            String definition = execution.getProcessDefinitionId();
            // Whoever's step calls another process need not be somebody who may start it, or see it.
            Supplier<InputStream> deployed = () -> Context.getCommandContext()
                    .runWithoutAuthorization(() -> engine.getFormService().getDeployedStartForm(definition));
            FormFile form;
            if (execution.getBpmnModelElementInstance() instanceof StartEvent start) {
                // A case that a message starts has no form.
                if (start.getCamundaFormRef() == null) return;
                form = fixed(start.getCamundaFormRefBinding(), definition, deployed);
            } else form = FormFile.read(deployed.get());
            check.check(form, execution.getVariablesTyped(false), Variables.createVariables());
        }
    }
}
