package org.tiyanguan.engine.models;

import java.io.ByteArrayInputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ScriptTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.Task;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputParameter;
import org.camunda.bpm.model.xml.ModelException;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.tiyanguan.engine.forms.FormFile;

/** The rules for a diagram: each step has what it needs, and its expressions reach only what is published. */
record DiagramRules(ModelXml xml, BpmnModelInstance model) {

    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

    /** More would be a slip, and keep the program busy. */
    private static final long MOST_TIMES = 100;

    private static final String SAME_DEPLOYMENT = "deployment";

    static Optional<DiagramRules> read(String file, byte[] content, List<ModelFault> faults) {
        return ModelXml.read(file, content, faults).flatMap(xml -> {
            xml.check(ModelWords.OF_DIAGRAMS, faults);
            try {
                return Optional.of(new DiagramRules(xml, Bpmn.readModelFromStream(new ByteArrayInputStream(content))));
            } catch (ModelException e) {
                faults.add(ModelFault.unreadable(file, e));
                return Optional.empty();
            }
        });
    }

    String file() {
        return xml.file();
    }

    boolean defines(String process) {
        return all(Process.class).anyMatch(p -> p.getId().equals(process));
    }

    /** The keys of those that it names. */
    Stream<String> formsAndDecisions() {
        return Stream.concat(attributes("formRef"), attributes("decisionRef"));
    }

    void check(
            ModelExpressions expressions,
            Predicate<String> roles,
            Map<String, FormFile> forms,
            Predicate<String> processes,
            Predicate<String> decisions,
            Predicate<String> deployed,
            List<ModelFault> faults) {
        all(Process.class)
                .filter(process -> process.getCamundaHistoryTimeToLiveString() == null)
                .forEach(process -> faults.add(
                        new ModelFault(file(), ModelFault.element(process.getId(), process.getName()), "ttl")));
        all(StartEvent.class)
                .filter(start -> start.getCamundaFormRef() != null)
                .forEach(start ->
                        form(start, start.getCamundaFormRef(), start.getCamundaFormRefBinding(), forms, faults));
        all(UserTask.class).forEach(task -> userTask(task, roles, forms, faults));
        all(Task.class).forEach(task -> step(task, faults));
        all(Gateway.class).forEach(gateway -> gateway(gateway, faults));
        all(BusinessRuleTask.class)
                .forEach(task -> called(
                        task,
                        "decision",
                        task.getCamundaDecisionRef(),
                        task.getCamundaDecisionRefBinding(),
                        decisions,
                        deployed,
                        faults));
        // A process that comes with it: what it does, and whom it calls, is known then.
        all(CallActivity.class)
                .forEach(call ->
                        called(call, "process", call.getCalledElement(), SAME_DEPLOYMENT, processes, deployed, faults));
        all(CallActivity.class)
                .filter(call -> !SAME_DEPLOYMENT.equals(call.getCamundaCalledElementBinding()))
                .forEach(call -> fault(call, "process.binding", faults));
        all(MultiInstanceLoopCharacteristics.class).forEach(many -> times(many, faults));
        new TimerRules(xml).check(faults);
        new DiagramExpressions(xml, expressions, variables(forms)).check(faults);
    }

    private void userTask(
            UserTask task, Predicate<String> roles, Map<String, FormFile> forms, List<ModelFault> faults) {
        if (task.getCamundaFormRef() == null) fault(task, "form.none", faults);
        else form(task, task.getCamundaFormRef(), task.getCamundaFormRefBinding(), forms, faults);
        if (task.getCamundaDueDate() == null) fault(task, "due", faults);
        String groups = task.getCamundaCandidateGroups();
        if (groups == null && task.getCamundaAssignee() == null && task.getCamundaCandidateUsers() == null)
            fault(task, "nobody", faults);
        if (groups != null) groups(task, groups, roles, faults);
        undeclared(task, forms).forEach(key -> fault(task, "form.undeclared", faults, key));
    }

    private void groups(UserTask task, String groups, Predicate<String> roles, List<ModelFault> faults) {
        for (String group : groups.split("\\s*,\\s*")) {
            // What comes after the prefix is the part's department; an expression alone is the bean's to answer for.
            String known = ModelExpressions.isExpression(group) ? group.replaceAll("[$#]\\{[^}]*}", "x") : group;
            if (!known.equals("x") && !roles.test(known)) fault(task, "group", faults, group);
        }
    }

    private void form(
            FlowElement element, String form, String binding, Map<String, FormFile> forms, List<ModelFault> faults) {
        if (!SAME_DEPLOYMENT.equals(binding)) fault(element, "form.binding", faults, form);
        else if (!forms.containsKey(form)) fault(element, "form.missing", faults, form);
    }

    /** Fields that belong neither to the task nor to a scope around it would spill into the whole case. */
    private Stream<String> undeclared(UserTask task, Map<String, FormFile> forms) {
        FormFile form = forms.get(task.getCamundaFormRef());
        if (form == null) return Stream.empty();
        Set<ModelElementInstance> scopes = new HashSet<>();
        for (ModelElementInstance e = task; e != null; e = e.getParentElement()) scopes.add(e);
        Set<String> inputs = all(CamundaInputParameter.class)
                .filter(input -> scopes.contains(owner(input)))
                .map(CamundaInputParameter::getCamundaName)
                .collect(Collectors.toSet());
        return form.fields().stream().map(FormFile.Field::key).filter(key -> !inputs.contains(key));
    }

    /** A step that is no user's: it has one expression, and no script. */
    private void step(Task task, List<ModelFault> faults) {
        if (task instanceof ScriptTask) fault(task, "script", faults);
        boolean works =
                Set.of("serviceTask", "sendTask").contains(task.getElementType().getTypeName());
        if (works && task.getAttributeValueNs(CAMUNDA, "expression") == null) fault(task, "implementation", faults);
    }

    private void gateway(Gateway gateway, List<ModelFault> faults) {
        if (!(gateway instanceof ExclusiveGateway) && !(gateway instanceof InclusiveGateway)) return;
        // As the engine: what a gateway says of its ways itself (outgoing) does not count.
        List<SequenceFlow> ways = all(SequenceFlow.class)
                .filter(way -> gateway.equals(way.getSource()))
                .toList();
        if (ways.size() < 2) return;
        String usual = gateway.getAttributeValue("default");
        if (usual == null) fault(gateway, "gateway.default", faults);
        ways.stream()
                .filter(way -> !way.getId().equals(usual) && way.getConditionExpression() == null)
                .forEach(way -> fault(way, "gateway.condition", faults));
    }

    /** A decision or process that another file defines. */
    private void called(
            FlowElement element,
            String kind,
            String key,
            String binding,
            Predicate<String> inDeployment,
            Predicate<String> before,
            List<ModelFault> faults) {
        if (key == null) fault(element, kind + ".none", faults);
        else if (ModelExpressions.isExpression(key)) fault(element, kind + ".dynamic", faults, key);
        else if (!inDeployment.test(key) && (SAME_DEPLOYMENT.equals(binding) || !before.test(key)))
            fault(element, kind + ".missing", faults, key);
    }

    /** What the diagram itself says, how often a step is repeated, steps within steps taken together. */
    private void times(MultiInstanceLoopCharacteristics many, List<ModelFault> faults) {
        FlowElement step = (FlowElement) many.getParentElement();
        Optional<Long> own = Waiting.times(many);
        if (many.getLoopCardinality() != null && own.isEmpty()) fault(step, "times.open", faults);
        double all = own.orElse(0L);
        for (ModelElementInstance scope = step.getParentElement(); scope != null; scope = scope.getParentElement())
            all *= scope.getChildElementsByType(MultiInstanceLoopCharacteristics.class).stream()
                    .map(outer -> Waiting.times(outer).orElse(1L))
                    .findFirst()
                    .orElse(1L);
        if (all > MOST_TIMES) fault(step, "times.most", faults, MOST_TIMES);
    }

    /** The names that the model itself gives to variables. */
    private Set<String> variables(Map<String, FormFile> forms) {
        Set<String> names = new HashSet<>();
        for (String attribute : List.of("resultVariable", "elementVariable", "initiator", "errorMessageVariable"))
            attributes(attribute).forEach(names::add);
        xml.elements()
                .filter(element -> CAMUNDA.equals(element.getNamespaceURI()))
                .filter(element ->
                        Set.of("inputParameter", "outputParameter", "in", "out").contains(element.getLocalName()))
                .forEach(
                        element -> names.addAll(List.of(element.getAttribute("name"), element.getAttribute("target"))));
        all(StartEvent.class)
                .map(start -> forms.get(String.valueOf(start.getCamundaFormRef())))
                .filter(form -> form != null)
                .flatMap(form -> form.fields().stream())
                .forEach(field -> names.add(field.key()));
        return names;
    }

    private Stream<String> attributes(String name) {
        return xml.elements()
                .map(element -> element.getAttributeNS(CAMUNDA, name))
                .filter(value -> !value.isEmpty());
    }

    <T extends ModelElementInstance> Stream<T> all(Class<T> type) {
        return model.getModelElementsByType(type).stream();
    }

    /** The step whose input it is: input, inputOutput, extensionElements, step. */
    private static ModelElementInstance owner(CamundaInputParameter input) {
        return input.getParentElement().getParentElement().getParentElement();
    }

    private void fault(FlowElement element, String rule, List<ModelFault> faults, Object... facts) {
        faults.add(new ModelFault(file(), ModelFault.element(element.getId(), element.getName()), rule, facts));
    }
}
