package org.tiyanguan.annual;

import java.util.ArrayList;
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

/** What year-end summaries announce to the rooms below. */
@Component
@Order(50)
class AnnualIntroduction implements Navigation, MailTopics, NoticeLinks, ProcessRights, StartMessages {

    @Override
    public List<Place> places(CurrentUser user) {
        List<Place> places = new ArrayList<>();
        if (user.seesEverything()) places.add(new Place("annual", "/annual", 58));
        return places;
    }

    /** The circular comes in any case. */
    @Override
    public List<String> mailTopics(String group) {
        return switch (group) {
            case Roles.CENTER -> List.of("annual-opened", "annual-contested", "annual-sent-back", "annual-not-met");
            case Roles.LEADER -> List.of("annual-approve");
            case Roles.OFFICER -> List.of("annual-asked");
            default -> Roles.isDepartment(group) ? List.of("annual-check", "annual-contest-answered") : List.of();
        };
    }

    @Override
    public Optional<String> ofCase(String number) {
        return number.startsWith("NZ-")
                ? Optional.of("/annual/" + number.substring("NZ-".length()) + "/task")
                : Optional.empty();
    }

    @Override
    public List<ProcessRight> processRights() {
        return List.of(
                new ProcessRight(Roles.CENTER, AnnualDiagram.KEY, Right.SEE_TASKS),
                new ProcessRight(Roles.LEADER, AnnualDiagram.KEY, Right.SEE_TASKS),
                new ProcessRight(Roles.CENTER, CorrectionDiagram.KEY, Right.SEE_TASKS),
                new ProcessRight(Roles.LEADER, CorrectionDiagram.KEY, Right.SEE_TASKS));
    }

    @Override
    public Map<String, String> startMessages() {
        return Map.of(
                AnnualDiagram.KEY, AnnualDiagram.Message.SUMMARY_OPENED,
                CorrectionDiagram.KEY, CorrectionDiagram.Message.CORRECTION_ASKED);
    }
}
