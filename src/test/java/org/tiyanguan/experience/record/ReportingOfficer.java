package org.tiyanguan.experience.record;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tiyanguan.Browser;
import org.tiyanguan.experience.Experiencing;

/** The demo's officer, who logs in with the first page and writes records. */
@Component
@Lazy
@Scope("prototype")
class ReportingOfficer {

    private final int port;
    private final JdbcClient jdbc;
    private Browser browser;

    ReportingOfficer(@Value("${local.server.port}") int port, JdbcClient jdbc) {
        this.port = port;
        this.jdbc = jdbc;
    }

    private Browser browser() {
        if (browser == null) browser = Browser.of(port, "officer");
        return browser;
    }

    HttpResponse<String> get(String path) {
        return browser().get(path);
    }

    HttpResponse<String> postForm(String path, Map<String, String> fields) {
        return browser().postForm(path, fields);
    }

    HttpResponse<String> send(String path, Map<String, String> form, RecordForms.File... files) {
        return RecordForms.send(browser(), path, form, files);
    }

    /** What is to be sent of a report with so many findings. */
    Map<String, String> report(int findings) {
        Map<String, String> form = RecordForms.fields(get("/officer/report").body());
        for (int finding = 1; finding <= findings; finding++) form.putAll(Experiencing.finding(finding));
        form.putAll(Map.of("act", "send", "sure", "yes"));
        return form;
    }

    /** The officer's own, the oldest first. */
    List<String> numbers() {
        return jdbc.sql("select number from reporter where user_id = 'officer' order by number")
                .query(String.class)
                .list();
    }
}
