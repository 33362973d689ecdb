package org.tiyanguan.notification;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tiyanguan.PageAct;

/** What administrators do about mails that did not go out. */
@Component
class MailPageActs implements PageAct.All {

    private final Notices notices;
    private final ManagementService management;
    private final JdbcClient jdbc;

    MailPageActs(Notices notices, ManagementService management, JdbcClient jdbc) {
        this.notices = notices;
        this.management = management;
        this.jdbc = jdbc;
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
            String newest = jdbc.sql("select max(id) from notice where recipient = 'gongan'")
                    .query(String.class)
                    .single();
            return post("/admin/mails").param("scope", "ONE").param("mail", newest);
        }));
    }
}
