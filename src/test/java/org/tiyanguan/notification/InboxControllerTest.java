package org.tiyanguan.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tiyanguan.Browser;
import org.tiyanguan.IntegrationTest;

/** What people are told in the program, and which of it they want as a mail. */
@IntegrationTest
class InboxControllerTest {

    @LocalServerPort
    int port;

    @Autowired
    Notices notices;

    @Autowired
    Inbox inbox;

    @Autowired
    MailChoices mailChoices;

    @Autowired
    MessageSource messages;

    @Autowired
    JdbcClient jdbc;

    private Browser gongan;

    @BeforeEach
    void empty() {
        jdbc.sql("delete from notice").update();
        gongan = Browser.of(port, "gongan");
    }

    @Test
    void the_bell_counts_what_is_new_until_it_is_opened() {
        tell("gongan", "assigned", "TYG-2026-000001");
        tell("gongan", "remind", "TYG-2026-000002");
        tell("shebao", "assigned", "TYG-2026-000003");
        assertThat(gongan.get("/ledger").body()).contains("消息，2 条未读");
        assertThat(gongan.get("/webapps/site.js").body()).contains("消息 2");
        assertThat(gongan.get("/notices").body())
                .contains("2 条未读", "转办：请接收并整改", "TYG-2026-000001", "标题：排队&lt;b&gt;过久")
                .doesNotContain("TYG-2026-000003");
        long first = newest("gongan", "assigned");
        assertThat(gongan.get("/notices/" + first)
                        .headers()
                        .firstValue("Location")
                        .orElseThrow())
                .endsWith("/ledger/TYG-2026-000001/task");
        assertThat(gongan.get("/notices").body()).contains("1 条未读");
        gongan.postForm("/notices/read", Map.of());
        assertThat(gongan.get("/notices").body()).contains("没有未读");
        assertThat(inbox.unread("shebao")).isOne();
    }

    @Test
    void nobody_opens_what_others_were_told() {
        tell("shebao", "assigned", "TYG-2026-000003");
        assertThat(gongan.get("/notices/" + newest("shebao", "assigned")).statusCode())
                .isEqualTo(404);
        gongan.postForm("/notices/read", Map.of());
        assertThat(inbox.unread("shebao")).isOne();
    }

    @Test
    void older_ones_are_on_further_pages() {
        for (int n = 1; n <= 35; n++) tell("gongan", "assigned", "TYG-2026-%06d".formatted(n));
        String page = gongan.get("/notices").body();
        assertThat(page).contains("TYG-2026-000035", "TYG-2026-000006").doesNotContain("TYG-2026-000005");
        String older = page.replaceAll("(?s).*href=\"(/notices\\?before=\\d+)\".*", "$1");
        assertThat(gongan.get(older).body())
                .contains("TYG-2026-000005", "TYG-2026-000001")
                .doesNotContain("TYG-2026-000006", "更早的");
        assertThat(gongan.get("/notices?before=x").statusCode()).isEqualTo(400);
    }

    @Test
    void who_refuses_a_mail_is_told_in_the_program_only() {
        String page = gongan.get("/notices/settings").body();
        assertThat(page).contains("转办：请接收并整改", "gongan@example.org").doesNotContain("请审批延期申请", "value=\"red-card\"");
        gongan.postForm("/notices/settings", Map.of("mails", "assigned"));
        for (String template : List.of("assigned", "remind", "red-card")) tell("gongan", template, "TYG-2026-000001");
        assertThat(mailed()).containsExactly("assigned", "red-card");
        assertThat(inbox.unread("gongan")).isEqualTo(3);
        assertThat(gongan.get("/notices/settings").body())
                .contains("value=\"assigned\" checked")
                .doesNotContain("value=\"remind\" checked");
    }

    /** Nobody switches off what is not theirs to choose. */
    @Test
    void escalations_are_mailed_whatever_is_chosen() {
        gongan.postForm("/notices/settings", Map.of());
        for (String template : List.of("overdue", "yellow-card", "red-card", "supervise", "remind"))
            tell("gongan", template, "TYG-2026-000001");
        assertThat(mailed()).containsExactly("overdue", "yellow-card", "red-card", "supervise");
    }

    @ParameterizedTest
    @CsvSource({
        "officer, received",
        "center, verify",
        "center-leader, extension-asked",
        "dept-gongan, rework",
        "unit-zgh, call-invited"
    })
    void each_role_chooses_among_its_own(String group, String template) {
        List<String> choices = mailChoices.of(List.of(group));
        assertThat(choices).contains(template).doesNotHaveDuplicates();
        assertThat(choices.contains("handed-over")).isEqualTo(!group.equals("officer"));
        choices.forEach(choice -> assertThat(messages.getMessage("notice." + choice + ".subject", null, null, null))
                .as(choice)
                .isNotNull());
    }

    private void tell(String user, String template, String number) {
        notices.toUser(user, template, number, new LinkedHashMap<>(Map.of("title", "排队<b>过久")));
    }

    private List<String> mailed() {
        return jdbc.sql("select template from notice where recipient = 'gongan' and address is not null order by id")
                .query(String.class)
                .list();
    }

    private long newest(String user, String template) {
        return jdbc.sql("select max(id) from notice where recipient = ? and template = ?")
                .param(user)
                .param(template)
                .query(Long.class)
                .single();
    }
}
