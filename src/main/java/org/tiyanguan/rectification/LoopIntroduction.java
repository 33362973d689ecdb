package org.tiyanguan.rectification;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.tiyanguan.engine.StartMessages;
import org.tiyanguan.notification.MailTopics;
import org.tiyanguan.notification.NoticeLinks;
import org.tiyanguan.security.ProcessRights;
import org.tiyanguan.security.Roles;

/** What the loop announces to the rooms below. */
@Component
@Order(10)
class LoopIntroduction implements MailTopics, NoticeLinks, ProcessRights, StartMessages {

    @Override
    public List<String> mailTopics(String group) {
        return switch (group) {
            case Roles.OFFICER ->
                List.of("received", "triaged", "sent-on", "submitted", "confirm", "answer", "relapsed");
            case Roles.CENTER -> List.of("triage", "reassign", "verify");
            case Roles.LEADER -> List.of("ask-department", "extension-asked");
            default -> Roles.isDepartment(group) ? ofDepartments() : List.of();
        };
    }

    private static List<String> ofDepartments() {
        return List.of(
                "assigned",
                "accept-late",
                "remind",
                "extension-refused",
                "rescheduled",
                "transferred",
                "urge",
                "withdrawn",
                "rework");
    }

    @Override
    public Optional<String> ofCase(String number) {
        return number.startsWith("TYG-") ? Optional.of("/ledger/" + number + "/task") : Optional.empty();
    }

    /** The morning's list of what is overdue: the ledger shows all of it. */
    @Override
    public Optional<String> ofTemplate(String template) {
        return template.equals("digest") ? Optional.of("/ledger?overdue=true") : Optional.empty();
    }

    @Override
    public List<ProcessRight> processRights() {
        return List.of(new ProcessRight(Roles.CENTER, LoopDiagram.KEY, Right.START));
    }

    @Override
    public List<ProcessRight> withTheFilterOfAll() {
        return List.of(
                new ProcessRight(Roles.CENTER, LoopDiagram.KEY, Right.SEE_TASKS),
                new ProcessRight(Roles.LEADER, LoopDiagram.KEY, Right.SEE_TASKS));
    }

    @Override
    public Map<String, String> startMessages() {
        return Map.of(LoopDiagram.KEY, LoopDiagram.Message.FINDING_REGISTERED);
    }
}
