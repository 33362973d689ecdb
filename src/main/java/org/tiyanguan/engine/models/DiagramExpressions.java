package org.tiyanguan.engine.models;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** The rules for a diagram's expressions, wherever the engine would evaluate one. */
record DiagramExpressions(ModelXml xml, ModelExpressions expressions, Set<String> variables) {

    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

    void check(List<ModelFault> faults) {
        xml.elements().forEach(element -> {
            ModelXml.attributes(element)
                    .forEach(attribute -> expression(element, attribute.getLocalName(), attribute.getValue(), faults));
            if (!isForPeople(element)) expression(element, null, ModelXml.text(element), faults);
        });
    }

    /** A text that nobody evaluates. The documentation of a user task is one that the engine does. */
    private static boolean isForPeople(Element element) {
        Node parent = element.getParentNode();
        return switch (element.getLocalName()) {
            case "documentation" -> !"userTask".equals(parent.getLocalName());
            case "text" -> "textAnnotation".equals(parent.getLocalName());
            default -> false;
        };
    }

    /** @param attribute null for the text of the element */
    private void expression(Element element, @Nullable String attribute, String text, List<ModelFault> faults) {
        if (!ModelExpressions.isExpression(text)) return;
        expressions.check(text, variables, (rule, facts) -> fault(element, rule, faults, facts));
        expressions.checkPlace(
                text,
                ModelExpressions.Place.of(element, attribute),
                (rule, facts) -> fault(element, rule, faults, facts));
        if (!expressions.reachesOutside(text)) return;
        boolean ownStep = BPMN.equals(element.getNamespaceURI())
                && Set.of("serviceTask", "sendTask").contains(element.getLocalName());
        if (!ownStep) fault(element, "outside.place", faults);
        else if (!"true".equals(element.getAttributeNS(CAMUNDA, "asyncBefore"))
                || element.getElementsByTagNameNS(CAMUNDA, "failedJobRetryTimeCycle")
                                .getLength()
                        == 0) fault(element, "outside.job", faults);
    }

    private void fault(Element element, String rule, List<ModelFault> faults, Object... facts) {
        faults.add(new ModelFault(xml.file(), ModelXml.where(element), rule, facts));
    }
}
