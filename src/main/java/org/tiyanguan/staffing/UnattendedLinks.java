package org.tiyanguan.staffing;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tiyanguan.notification.NoticeLinks;

/** Leads from what the centre is told of unattended work, one task or a list, to the page of all of it. */
@Component
class UnattendedLinks implements NoticeLinks {

    @Override
    public Optional<String> ofTemplate(String template) {
        return template.startsWith("unattended") ? Optional.of("/unattended") : Optional.empty();
    }
}
