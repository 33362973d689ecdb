package org.tiyanguan.practice;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.tiyanguan.engine.StartMessages;
import org.tiyanguan.notification.MailTopics;
import org.tiyanguan.notification.NoticeLinks;
import org.tiyanguan.security.CurrentUser;
import org.tiyanguan.security.ProcessRights;
import org.tiyanguan.security.Roles;
import org.tiyanguan.web.Navigation;
import org.tiyanguan.web.Place;

/** What practices announce to the rooms below. */
@Component
@Order(50)
class PracticeIntroduction implements Navigation, MailTopics, NoticeLinks, ProcessRights, StartMessages {

    @Override
    public List<Place> places(CurrentUser user) {
        boolean reads = user.seesEverything() || user.groups().stream().anyMatch(Roles::isDepartment);
        return reads ? List.of(new Place("practices", "/practices", 47)) : List.of();
    }

    @Override
    public List<String> mailTopics(String group) {
        return switch (group) {
            case Roles.CENTER ->
                List.of("practice-nominated", "practice-corrected", "practice-sent-back", "practice-effect");
            case Roles.LEADER -> List.of("practice-approve");
            case Roles.OFFICER -> List.of("practice-thanks");
            default ->
                Roles.isDepartment(group)
                        ? List.of("practice-check", "practice-adopt", "practice-remind", "practice-published")
                        : List.of();
        };
    }

    @Override
    public Optional<String> ofCase(String number) {
        return number.startsWith("HY-") ? Optional.of("/practices/" + number + "/task") : Optional.empty();
    }

    @Override
    public List<ProcessRight> processRights() {
        return List.of(
                new ProcessRight(Roles.CENTER, PracticeDiagram.KEY, Right.SEE_TASKS),
                new ProcessRight(Roles.LEADER, PracticeDiagram.KEY, Right.SEE_TASKS));
    }

    @Override
    public Map<String, String> startMessages() {
        return Map.of(
                PracticeDiagram.KEY,
                PracticeDiagram.Message.NOMINATED,
                ProposalDiagram.KEY,
                ProposalDiagram.Message.ENTRY_RECTIFIED);
    }
}
