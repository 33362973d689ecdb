package org.tiyanguan.experience;

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

/** What experiencing announces to the rooms below. */
@Component
@Order(30)
class ExperienceIntroduction implements Navigation, MailTopics, NoticeLinks, ProcessRights, StartMessages {

    @Override
    public List<Place> places(CurrentUser user) {
        List<Place> places = new ArrayList<>();
        if (user.is(Roles.OFFICER)) places.add(new Place("officer", "/officer", 30));
        if (user.seesEverything()) places.add(new Place("assignments", "/assignments", 40));
        return places;
    }

    @Override
    public List<String> mailTopics(String group) {
        return switch (group) {
            case Roles.OFFICER ->
                List.of(
                        "assignment-invited",
                        "assignment-remind",
                        "assignment-lapsed",
                        "assignment-moved",
                        "assignment-withdrawn",
                        "assignment-over");
            case Roles.CENTER ->
                List.of("assignment-declined", "assignment-left", "assignment-ended", "look-back-nobody");
            default -> List.of();
        };
    }

    @Override
    public Optional<String> ofCase(String number) {
        return number.startsWith("RW-") ? Optional.of("/assignments/" + number + "/task") : Optional.empty();
    }

    @Override
    public Map<String, String> startMessages() {
        return Map.of(ExperienceDiagram.KEY, ExperienceDiagram.Message.LOOK_BACK_CHOSEN);
    }

    @Override
    public List<ProcessRight> processRights() {
        return List.of(new ProcessRight(Roles.CENTER, ExperienceDiagram.KEY, Right.START));
    }
}
