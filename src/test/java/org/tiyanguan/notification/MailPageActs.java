package org.tiyanguan.notification;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.springframework.stereotype.Component;
import org.tiyanguan.PageAct;

/** What administrators do about mails that did not go out. */
@Component
class MailPageActs implements PageAct.All {

    private final Notices notices;
    private final ManagementService management;

    MailPageActs(Notices notices, ManagementService management) {
        this.notices = notices;
        this.management = management;
    }

    @Override
    public Stream<PageAct> acts() {
        return Stream.of(new PageAct("/admin/mails", "admin", () -> {
            notices.toUser("gongan", "urge", "TYG-2026-000001", Map.of("title", "排队"));
            management
                    .createJobQuery()
                    .processDefinitionKey(NoticeDiagram.KEY)
                    .list()
                    .forEach(job -> management.setJobRetries(job.getId(), 0));
            return post("/admin/mails").param("scope", "ALL");
        }));
    }
}
