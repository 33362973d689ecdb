package org.tiyanguan.experience.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tiyanguan.AtTime;
import org.tiyanguan.Browser;
import org.tiyanguan.IntegrationTest;

/** Drafts of records on officers' pages, over real HTTP. */
@IntegrationTest
@AtTime("2026-03-02T10:00:00")
class DraftsTest {

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ReportingOfficer officer;

    @Test
    void nothing_written_is_nothing_to_send_but_may_be_a_draft() {
        Map<String, String> form = officer.report(0);
        HttpResponse<String> answer = officer.send("/officer/report", form);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("请至少写一条");
    }

    @Test
    void a_draft_goes_on_on_another_device_with_its_photos_and_is_gone_once_it_is_sent() {
        Map<String, String> form = officer.report(1);
        form.put("act", "draft");
        form.put("f1-description", "");
        String draft = RecordForms.location(officer.send("/officer/report", form, RecordForms.photo("f1", 1)));
        assertThat(draft).contains("/officer/report/JL-2026-");
        Browser tablet = Browser.of(port, "officer");
        assertThat(tablet.get("/officer").body()).contains("接着填写随手拍");
        String page = tablet.get(RecordForms.path(draft)).body();
        assertThat(page).contains("第1处：户籍窗口排队过久", "/thumbnail", "name=\"drop-");
        assertThat(Browser.of(port, "officer2").get(RecordForms.path(draft)).statusCode())
                .isEqualTo(404);
        assertThat(Browser.of(port, "center").get(RecordForms.path(draft)).statusCode())
                .isEqualTo(403);

        Map<String, String> on = RecordForms.fields(page);
        on.putAll(Map.of("f1-description", "取号后等了两个小时，只开了一个窗口。", "act", "send", "sure", "yes"));
        String sent = RecordForms.location(RecordForms.send(tablet, RecordForms.path(draft), on));
        assertThat(sent).contains("/officer/TYG-2026-");
        assertThat(jdbc.sql("select count(*) from evidence where number = ?")
                        .param(sent.replaceAll(".*/", ""))
                        .query(Integer.class)
                        .single())
                .isOne();
        assertThat(tablet.get("/officer").body()).doesNotContain(RecordForms.path(draft));
        assertThat(RecordForms.location(tablet.get(RecordForms.path(draft)))).endsWith("/officer");
    }

    @Test
    void an_older_page_does_not_overwrite_a_newer_draft_unawares() {
        Map<String, String> form = officer.report(1);
        form.put("act", "draft");
        String draft = RecordForms.path(RecordForms.location(officer.send("/officer/report", form)));
        Map<String, String> phone = RecordForms.fields(officer.get(draft).body());
        Map<String, String> tablet = new HashMap<>(phone);
        tablet.putAll(Map.of("f1-title", "在平板上改的标题", "act", "draft"));
        assertThat(officer.send(draft, tablet).statusCode()).isEqualTo(302);
        phone.putAll(Map.of("f1-title", "在手机上改的标题", "act", "draft"));
        HttpResponse<String> refused = officer.send(draft, phone);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("在别的设备上改过", "在手机上改的标题");
        assertThat(officer.get(draft).body()).contains("在平板上改的标题");
        Map<String, String> again = RecordForms.fields(refused.body());
        again.put("act", "draft");
        assertThat(officer.send(draft, again).statusCode()).isEqualTo(302);
        assertThat(officer.get(draft).body()).contains("在手机上改的标题");
    }

    @Test
    void photos_and_drafts_may_be_thrown_away() {
        Map<String, String> form = officer.report(1);
        form.put("act", "draft");
        String draft = RecordForms.path(RecordForms.location(
                officer.send("/officer/report", form, RecordForms.photo("f1", 1), RecordForms.photo("f1", 2))));
        Map<String, String> fields = RecordForms.fields(officer.get(draft).body());
        Matcher box = Pattern.compile("name=\"(drop-\\d+)\"")
                .matcher(officer.get(draft).body());
        assertThat(box.find()).isTrue();
        fields.putAll(Map.of(box.group(1), "yes", "act", "draft"));
        officer.send(draft, fields);
        assertThat(officer.get(draft).body()).containsOnlyOnce("name=\"drop-");
        fields.put("act", "discard");
        assertThat(RecordForms.location(officer.send(draft, fields))).endsWith("/officer");
        assertThat(officer.get(draft).statusCode()).isEqualTo(404);
        assertThat(jdbc.sql("select count(*) from evidence where number like ?")
                        .param(draft.replaceAll(".*/", "") + "%")
                        .query(Integer.class)
                        .single())
                .isZero();
    }
}
