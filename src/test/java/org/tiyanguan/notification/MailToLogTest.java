package org.tiyanguan.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.tiyanguan.IntegrationTest;

@IntegrationTest
@ExtendWith(OutputCaptureExtension.class)
class MailToLogTest {

    @Autowired
    Notices notices;

    @Autowired
    ManagementService management;

    @Test
    void without_a_mail_server_mails_are_written_to_the_log(CapturedOutput output) {
        notices.toAddress("somebody@example.com", "answer", "TYG-2026-000077", Map.of("answer", "已增开窗口"));
        management
                .createJobQuery()
                .processDefinitionKey("notice")
                .list()
                .forEach(job -> management.executeJob(job.getId()));
        assertThat(output).contains("未设置邮件服务器", "somebody@example.com", "TYG-2026-000077 答复", "已增开窗口");
    }
}
