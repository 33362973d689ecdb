package org.tiyanguan.away;

import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.tiyanguan.notification.MailTopics;
import org.tiyanguan.notification.NoticeLinks;
import org.tiyanguan.security.CurrentUser;
import org.tiyanguan.security.Roles;
import org.tiyanguan.web.Navigation;
import org.tiyanguan.web.Place;

/** For all who have colleagues. */
@Component
@Order(65)
class AwayIntroduction implements Navigation, MailTopics, NoticeLinks {

    private static final List<String> TOLD = List.of("deputy-set", "away-set", "away-ended", "deputy-away");

    @Override
    public List<Place> places(CurrentUser user) {
        return Roles.bodiesOf(user.groups()).isEmpty() ? List.of() : List.of(new Place("away", "/away", 65));
    }

    @Override
    public List<String> mailTopics(String group) {
        return Roles.bodyOf(group).isEmpty() ? List.of() : TOLD;
    }

    @Override
    public Optional<String> ofTemplate(String template) {
        return TOLD.contains(template) ? Optional.of("/away") : Optional.empty();
    }
}
