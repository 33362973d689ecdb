package org.tiyanguan.engine.models;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.tiyanguan.engine.StartMessages;

/**
 * The rule that a process which the program starts by a message begins at it. A designer's own diagram may be older
 * than the program: without the message, everything that other systems and officers report would fail.
 *
 * @param messages by the key of the process
 */
record NeededStarts(Map<String, String> messages) {

    static NeededStarts of(List<StartMessages> features) {
        return new NeededStarts(features.stream()
                .flatMap(feature -> feature.startMessages().entrySet().stream())
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    void check(DiagramRules diagram, List<ModelFault> faults) {
        diagram.all(Process.class)
                .filter(process -> messages.containsKey(process.getId()) && !begins(process))
                .forEach(process ->
                        faults.add(fault("start.message", diagram.file(), process.getId(), process.getName())));
    }

    ModelFault fault(String rule, String file, String process, String name) {
        return new ModelFault(
                file,
                ModelFault.element(process, name),
                rule,
                Objects.requireNonNull(messages.get(process)),
                process + ".bpmn");
    }

    private boolean begins(Process process) {
        return process.getChildElementsByType(StartEvent.class).stream()
                .flatMap(start -> start.getChildElementsByType(MessageEventDefinition.class).stream())
                .map(MessageEventDefinition::getMessage)
                .filter(Objects::nonNull)
                .map(Message::getName)
                .anyMatch(name -> name.equals(messages.get(process.getId())));
    }
}
