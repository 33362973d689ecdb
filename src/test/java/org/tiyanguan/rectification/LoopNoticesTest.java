package org.tiyanguan.rectification;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.TestMail;

/** What notices say. */
@IntegrationTest
class LoopNoticesTest {

    @Autowired
    Loop loop;

    @Autowired
    Interventions interventions;

    @Autowired
    ManagementService management;

    @Autowired
    JdbcClient jdbc;

    private final GreenMail mail = TestMail.emptyServer();

    @AfterEach
    void resetClock() {
        ClockUtil.reset();
    }

    @Test
    void whoever_decides_about_a_part_that_came_back_reads_who_sent_it_back_and_why() {
        Loop.now("2026-03-02T10:00:00");
        String number = loop.assigned("gongan");
        loop.sendBack(number, "gongan");
        assertThat(told("center", "reassign", number)).contains("市公安局", "不属于本单位职责");
        loop.complete(
                "center", number, "center-reassign", Map.of("department", "shebao", "reassignReason", "应由社保窗口办理"));
        loop.sendBack(number, "shebao");
        assertThat(told("leader", "ask-department", number)).contains("市社会保险基金管理局", "不属于本单位职责");
    }

    @Test
    void a_mails_button_says_to_act_where_the_reader_has_a_task_and_to_look_where_not() throws Exception {
        Loop.now("2026-03-02T10:00:00");
        String number = loop.assigned("gongan");
        mailsGoOut();
        assertThat(button("gongan@", number + " 转办：请接收并整改")).isEqualTo("打开办理");
        assertThat(button("center@", number + " 有新的反映待梳理")).isEqualTo("查看");

        interventions.transfer(loop.part(number).id(), "shebao", "职责已经划转");
        mailsGoOut();
        assertThat(button("gongan@", number + " 该件已改由其他单位办理")).isEqualTo("查看");
        assertThat(button("shebao@", number + " 转办：请接收并整改")).isEqualTo("打开办理");

        interventions.withdraw(number, "经核实属于重复登记");
        mailsGoOut();
        assertThat(button("shebao@", number + " 该件已撤回")).isEqualTo("查看");
        assertThat(button("officer@", number + " 答复")).isEqualTo("查看");
    }

    private void mailsGoOut() {
        management
                .createJobQuery()
                .processDefinitionKey("notice")
                .list()
                .forEach(job -> management.executeJob(job.getId()));
    }

    /** What the link says, which is the same in the mail's text and in its HTML. */
    private String button(String to, String subject) throws Exception {
        for (MimeMessage message : mail.getReceivedMessages()) {
            boolean sought = message.getAllRecipients()[0].toString().startsWith(to)
                    && message.getSubject().equals(subject);
            if (!sought) continue;
            MimeMultipart parts = alternatives((MimeMultipart) message.getContent());
            String text = parts.getBodyPart(0).getContent().toString();
            String html = parts.getBodyPart(1).getContent().toString();
            String said = text.contains("打开办理：http") ? "打开办理" : text.contains("查看：http") ? "查看" : "";
            assertThat(html).contains(">" + said + "</a>");
            return said;
        }
        throw new AssertionError("no mail " + subject + " to " + to);
    }

    private static MimeMultipart alternatives(MimeMultipart multipart) throws Exception {
        Object first = multipart.getBodyPart(0).getContent();
        return first instanceof MimeMultipart inner ? alternatives(inner) : multipart;
    }

    private String told(String user, String template, String number) {
        return jdbc.sql("select data from notice where recipient = :user and template = :template and number = :number")
                .param("user", user)
                .param("template", template)
                .param("number", number)
                .query(String.class)
                .single();
    }
}
