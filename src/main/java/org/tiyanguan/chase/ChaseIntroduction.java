package org.tiyanguan.chase;

import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.tiyanguan.notification.MailTopics;
import org.tiyanguan.notification.NoticeLinks;
import org.tiyanguan.security.Roles;

/** What chasing announces to the rooms below. */
@Component
@Order(50)
class ChaseIntroduction implements MailTopics, NoticeLinks {

    @Override
    public List<String> mailTopics(String group) {
        if (group.equals(Roles.OFFICER) || Roles.isUnit(group)) return List.of(OverdueDigest.OWN, Chase.SOON_MAIL);
        boolean chases = group.equals(Roles.CENTER) || group.equals(Roles.LEADER) || Roles.isDepartment(group);
        return chases ? List.of(OverdueDigest.LEDGERS, Chase.SOON_MAIL) : List.of();
    }

    /** Who has no ledger finds their tasks on the first page. */
    @Override
    public Optional<String> ofTemplate(String template) {
        return template.equals(OverdueDigest.OWN) ? Optional.of("/") : Optional.empty();
    }
}
