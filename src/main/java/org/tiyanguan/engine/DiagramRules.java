package org.tiyanguan.engine;

import java.io.ByteArrayInputStream;
import java.util.Collection;
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
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ScriptTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.Task;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputParameter;
import org.camunda.bpm.model.xml.ModelException;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** The rules for a diagram: each step has what it needs, and its expressions reach only what is published. */
record DiagramRules(String file, BpmnModelInstance model) {

    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

    /** Other ways to run code than an expression over published beans. */
    private static final Set<String> CODE = Set.of("class", "delegateExpression", "type", "formKey", "formHandlerClass",
            "taskPriority", "topic");

    private static final Set<String> CODE_ELEMENTS = Set.of("script", "connector", "field", "formData", "validation");

    private static final String SAME_DEPLOYMENT = "deployment";

    static Optional<DiagramRules> read(String file, byte[] content, List<ModelFault> faults) {
        try {
            return Optional.of(new DiagramRules(file, Bpmn.readModelFromStream(new ByteArrayInputStream(content))));
        } catch (ModelException e) {
            faults.add(unreadable(file, e));
            return Optional.empty();
        }
    }

    static ModelFault unreadable(String file, Exception e) {
        Throwable cause = e;
        while (cause.getCause() != null) cause = cause.getCause();
        return new ModelFault(file, "", "unreadable", String.valueOf(cause.getMessage()).lines().findFirst().orElse(""));
    }

    static String element(String id, String name) {
        return name == null || name.isBlank() ? id : id + "（" + name.replaceAll("\\s+", " ") + "）";
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
            ModelCheck.Deployed deployed,
            List<ModelFault> faults) {
        all(Process.class)
                .filter(process -> process.getCamundaHistoryTimeToLiveString() == null)
                .forEach(process -> faults.add(new ModelFault(file, element(process.getId(), process.getName()), "ttl")));
        all(StartEvent.class)
                .filter(start -> start.getCamundaFormRef() != null)
                .forEach(start -> form(start, start.getCamundaFormRef(), start.getCamundaFormRefBinding(), forms, faults));
        all(UserTask.class).forEach(task -> userTask(task, roles, forms, faults));
        all(Task.class).forEach(task -> step(task, faults));
        all(Gateway.class).forEach(gateway -> gateway(gateway, faults));
        all(BusinessRuleTask.class).forEach(task -> called(task, "decision", task.getCamundaDecisionRef(),
                task.getCamundaDecisionRefBinding(), decisions, deployed.decision(), faults));
        all(CallActivity.class).forEach(call -> called(call, "process", call.getCalledElement(),
                call.getCamundaCalledElementBinding(), processes, deployed.process(), faults));
        code(expressions, variables(forms), faults);
    }

    private void userTask(UserTask task, Predicate<String> roles, Map<String, FormFile> forms, List<ModelFault> faults) {
        if (task.getCamundaFormRef() == null) fault(task, "form.none", faults);
        else form(task, task.getCamundaFormRef(), task.getCamundaFormRefBinding(), forms, faults);
        if (task.getCamundaDueDate() == null) fault(task, "due", faults);
        String groups = task.getCamundaCandidateGroups();
        if (groups == null && task.getCamundaAssignee() == null) fault(task, "nobody", faults);
        if (groups == null) return;
        for (String group : groups.split("\\s*,\\s*")) {
            // What comes after the prefix is the part's department; an expression alone is the bean's to answer for.
            String known = ModelExpressions.isExpression(group) ? group.replaceAll("[$#]\\{[^}]*}", "x") : group;
            if (!known.equals("x") && !roles.test(known)) fault(task, "group", faults, group);
        }
        undeclared(task, forms).forEach(key -> fault(task, "form.undeclared", faults, key));
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
        boolean works = Set.of("serviceTask", "sendTask").contains(task.getElementType().getTypeName());
        if (works && task.getAttributeValueNs(CAMUNDA, "expression") == null) fault(task, "implementation", faults);
    }

    private void gateway(Gateway gateway, List<ModelFault> faults) {
        if (!(gateway instanceof ExclusiveGateway) && !(gateway instanceof InclusiveGateway)) return;
        Collection<SequenceFlow> ways = gateway.getOutgoing();
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

    // ---- expressions and code, wherever they stand

    private void code(ModelExpressions expressions, Set<String> variables, List<ModelFault> faults) {
        NodeList all = document().getElementsByTagNameNS("*", "*");
        for (int i = 0; i < all.getLength(); i++) {
            Element element = (Element) all.item(i);
            String where = where(element);
            boolean isCamunda = CAMUNDA.equals(element.getNamespaceURI());
            if (isCamunda && CODE_ELEMENTS.contains(element.getLocalName()))
                faults.add(new ModelFault(file, where, "code", element.getLocalName()));
            if ("conditionExpression".equals(element.getLocalName()) && element.hasAttribute("language"))
                faults.add(new ModelFault(file, where, "code", element.getAttribute("language")));
            for (int a = 0; a < element.getAttributes().getLength(); a++) {
                Attr attribute = (Attr) element.getAttributes().item(a);
                boolean isCode = (isCamunda || CAMUNDA.equals(attribute.getNamespaceURI()))
                        && CODE.contains(attribute.getLocalName());
                if (isCode) faults.add(new ModelFault(file, where, "code", attribute.getLocalName()));
                else expression(element, attribute.getValue(), where, expressions, variables, faults);
            }
            if (!"documentation".equals(element.getLocalName()))
                expression(element, ownText(element), where, expressions, variables, faults);
        }
    }

    private void expression(
            Element element,
            String text,
            String where,
            ModelExpressions expressions,
            Set<String> variables,
            List<ModelFault> faults) {
        if (!ModelExpressions.isExpression(text)) return;
        expressions.check(text, variables, (rule, facts) -> faults.add(new ModelFault(file, where, rule, facts)));
        if (!expressions.reachesOutside(text)) return;
        boolean ownStep = BPMN.equals(element.getNamespaceURI())
                && Set.of("serviceTask", "sendTask").contains(element.getLocalName());
        if (!ownStep) faults.add(new ModelFault(file, where, "outside.place"));
        else if (!"true".equals(element.getAttributeNS(CAMUNDA, "asyncBefore"))
                || element.getElementsByTagNameNS(CAMUNDA, "failedJobRetryTimeCycle").getLength() == 0)
            faults.add(new ModelFault(file, where, "outside.job"));
    }

    /** The names that the model itself gives to variables. */
    private Set<String> variables(Map<String, FormFile> forms) {
        Set<String> names = new HashSet<>();
        for (String attribute : List.of("resultVariable", "elementVariable", "initiator", "errorMessageVariable"))
            attributes(attribute).forEach(names::add);
        for (String element : List.of("inputParameter", "outputParameter", "in", "out")) {
            NodeList found = document().getElementsByTagNameNS(CAMUNDA, element);
            for (int i = 0; i < found.getLength(); i++) {
                names.add(((Element) found.item(i)).getAttribute("name"));
                names.add(((Element) found.item(i)).getAttribute("target"));
            }
        }
        all(StartEvent.class)
                .map(start -> forms.get(String.valueOf(start.getCamundaFormRef())))
                .filter(form -> form != null)
                .flatMap(form -> form.fields().stream())
                .forEach(field -> names.add(field.key()));
        return names;
    }

    private Stream<String> attributes(String name) {
        NodeList all = document().getElementsByTagNameNS("*", "*");
        return Stream.iterate(0, i -> i < all.getLength(), i -> i + 1)
                .map(i -> ((Element) all.item(i)).getAttributeNS(CAMUNDA, name))
                .filter(value -> !value.isEmpty());
    }

    private Document document() {
        return (Document) model.getDocument().getDomSource().getNode();
    }

    private static String ownText(Element element) {
        StringBuilder text = new StringBuilder();
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling())
            if (child.getNodeType() == Node.TEXT_NODE || child.getNodeType() == Node.CDATA_SECTION_NODE)
                text.append(child.getNodeValue());
        return text.toString().strip();
    }

    /** The nearest element that a designer sees: one with an id and a name. */
    private static String where(Element element) {
        String id = "";
        for (Node node = element; node instanceof Element e; node = node.getParentNode()) {
            if (e.hasAttribute("id") && e.hasAttribute("name")) return element(e.getAttribute("id"), e.getAttribute("name"));
            if (id.isEmpty()) id = e.getAttribute("id");
        }
        return id;
    }

    private <T extends ModelElementInstance> Stream<T> all(Class<T> type) {
        return model.getModelElementsByType(type).stream();
    }

    /** The step whose input it is: input, inputOutput, extensionElements, step. */
    private static ModelElementInstance owner(CamundaInputParameter input) {
        return input.getParentElement().getParentElement().getParentElement();
    }

    private void fault(FlowElement element, String rule, List<ModelFault> faults, Object... facts) {
        faults.add(new ModelFault(file, element(element.getId(), element.getName()), rule, facts));
    }
}
