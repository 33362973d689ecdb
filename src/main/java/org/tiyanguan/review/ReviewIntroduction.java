package org.tiyanguan.review;

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

/** What reviews announce to the rooms below. */
@Component
@Order(40)
class ReviewIntroduction implements Navigation, MailTopics, NoticeLinks, ProcessRights, StartMessages {

    @Override
    public List<Place> places(CurrentUser user) {
        List<Place> places = new ArrayList<>();
        if (user.seesEverything()) places.add(new Place("reviews", "/reviews", 57));
        return places;
    }

    @Override
    public List<String> mailTopics(String group) {
        return switch (group) {
            case Roles.OFFICER -> List.of("review-opened");
            case Roles.CENTER -> List.of("review-wished", "review-closed");
            case Roles.LEADER -> List.of("review-term-near");
            default -> Roles.isUnit(group) ? List.of("officer-left") : List.of();
        };
    }

    @Override
    public Optional<String> ofCase(String number) {
        return number.startsWith("KH-") ? Optional.of("/reviews/" + number + "/task") : Optional.empty();
    }

    @Override
    public List<ProcessRight> processRights() {
        return List.of(
                new ProcessRight(Roles.CENTER, ReviewDiagram.KEY, Right.SEE_TASKS),
                new ProcessRight(Roles.LEADER, ReviewDiagram.KEY, Right.SEE_TASKS));
    }

    @Override
    public Map<String, String> startMessages() {
        return Map.of(ReviewDiagram.KEY, ReviewDiagram.Message.REVIEW_OPENED);
    }
}
