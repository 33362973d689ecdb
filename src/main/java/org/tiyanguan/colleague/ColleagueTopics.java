package org.tiyanguan.colleague;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.tiyanguan.notification.MailTopics;
import org.tiyanguan.security.Roles;

/** Everybody has colleagues but officers. */
@Component
@Order(60)
class ColleagueTopics implements MailTopics {

    @Override
    public List<String> mailTopics(String group) {
        if (group.equals(Roles.OFFICER)) return List.of();
        return List.of(
                "handed-over",
                "delegated",
                "given-back",
                "taken-back",
                "opinion-asked",
                "opinion-given",
                "opinion-dropped",
                "opinion-lost",
                "copied");
    }
}
