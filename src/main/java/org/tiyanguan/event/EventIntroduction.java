package org.tiyanguan.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.tiyanguan.notification.MailTopics;
import org.tiyanguan.notification.NoticeLinks;
import org.tiyanguan.security.CurrentUser;
import org.tiyanguan.security.ProcessRights;
import org.tiyanguan.security.Roles;
import org.tiyanguan.web.Navigation;
import org.tiyanguan.web.Place;

/** What events announce to the rooms below. */
@Component
@Order(40)
class EventIntroduction implements Navigation, MailTopics, NoticeLinks, ProcessRights {

    /** For those invited; what concerns the time and what they said comes in any case. */
    private static final List<String> OF_GUESTS = List.of("event-remind", "event-unanswered", "event-near");

    @Override
    public List<Place> places(CurrentUser user) {
        List<Place> places = new ArrayList<>();
        boolean invited = user.groups().stream().anyMatch(EventIntroduction::isBody);
        if (user.seesEverything() || invited) places.add(new Place("events", "/events", 45));
        return places;
    }

    @Override
    public List<String> mailTopics(String group) {
        return switch (group) {
            case Roles.CENTER -> List.of("event-declined", "event-asked", "event-sent-back");
            case Roles.LEADER -> List.of("event-approve");
            case Roles.OFFICER -> OF_GUESTS;
            default -> isBody(group) ? OF_GUESTS : List.of();
        };
    }

    @Override
    public Optional<String> ofCase(String number) {
        return number.startsWith("HD-") ? Optional.of("/events/" + number + "/task") : Optional.empty();
    }

    @Override
    public List<ProcessRight> processRights() {
        return List.of(new ProcessRight(Roles.CENTER, EventDiagram.KEY, Right.START));
    }

    private static boolean isBody(String group) {
        return Roles.isDepartment(group) || Roles.isUnit(group);
    }
}
