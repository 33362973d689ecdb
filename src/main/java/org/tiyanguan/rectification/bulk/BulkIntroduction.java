package org.tiyanguan.rectification.bulk;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.tiyanguan.engine.StartMessages;
import org.tiyanguan.notification.MailTopics;
import org.tiyanguan.notification.NoticeLinks;
import org.tiyanguan.security.Roles;

/** What bulk acts announce to the rooms below. */
@Component
@Order(40)
class BulkIntroduction implements MailTopics, NoticeLinks, StartMessages {

    @Override
    public List<String> mailTopics(String group) {
        return group.equals(Roles.CENTER) ? List.of("bulk-ended", CalendarChanges.NOTICE) : List.of();
    }

    @Override
    public Optional<String> ofCase(String number) {
        return number.startsWith("PL-") ? Optional.of("/ledger/bulk/" + number) : Optional.empty();
    }

    @Override
    public Optional<String> ofTemplate(String template) {
        return template.equals(CalendarChanges.NOTICE) ? Optional.of("/ledger/calendar") : Optional.empty();
    }

    @Override
    public Map<String, String> startMessages() {
        return Map.of(BulkDiagram.KEY, BulkDiagram.Message.BULK_ACT_ASKED);
    }
}
