package org.tiyanguan.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.servlet.MockMvc;
import org.tiyanguan.Browser;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.notification.Notices;
import org.tiyanguan.rectification.Loop;

/** What monitoring reads. */
@IntegrationTest
class MetersTest {

    @LocalServerPort
    int port;

    @Autowired
    MockMvc mvc;

    @Autowired
    Loop loop;

    @Autowired
    Notices notices;

    @Autowired
    ManagementService management;

    @AfterEach
    void resetClock() {
        ClockUtil.reset();
    }

    @Test
    void monitoring_reads_how_many_cases_are_open_and_late_and_which_jobs_and_mails_failed() {
        Loop.now("2026-03-02T10:00:00");
        double triage = value("tiyanguan_ledger_open{state=\"TRIAGE\"}");
        double cases = value("tiyanguan_engine_cases");
        double overdue = value("tiyanguan_ledger_overdue");
        double failed = value("tiyanguan_mails_failed");
        double incidents = value("tiyanguan_engine_incidents");
        loop.report();
        loop.assigned("gongan");
        assertThat(value("tiyanguan_ledger_open{state=\"TRIAGE\"}")).isEqualTo(triage + 1);
        assertThat(value("tiyanguan_ledger_open{state=\"RECTIFY\"}")).isPositive();
        assertThat(value("tiyanguan_engine_cases")).isGreaterThanOrEqualTo(cases + 2);
        Loop.now("2026-05-04T10:00:00");
        assertThat(value("tiyanguan_ledger_overdue")).isEqualTo(overdue + 1);
        assertThat(value("tiyanguan_engine_jobs_due")).isPositive();

        notices.toUser("gongan", "assigned", "TYG-2026-999999", Map.of("title", "排队过久"));
        assertThat(value("tiyanguan_mails_waiting")).isPositive();
        Job mail = management
                .createJobQuery()
                .processDefinitionKey("notice")
                .list()
                .get(0);
        management.setJobRetries(mail.getId(), 0);
        assertThat(value("tiyanguan_mails_failed")).isEqualTo(failed + 1);
        assertThat(value("tiyanguan_engine_jobs_failed")).isPositive();
        assertThat(value("tiyanguan_engine_incidents")).isEqualTo(incidents + 1);
    }

    @Test
    void a_prometheus_that_would_rather_have_protocol_buffers_reads_text() throws Exception {
        mvc.perform(get("/actuator/prometheus")
                        .with(httpBasic("admin", "Demo#2026"))
                        .header(
                                "Accept",
                                "application/vnd.google.protobuf;proto=io.prometheus.client.MetricFamily;encoding=delimited,"
                                        + "text/plain;version=0.0.4;q=0.5"))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Type", startsWith("application/openmetrics-text")))
                .andExpect(content().string(containsString("tiyanguan_ledger_overdue")));
    }

    private double value(String name) {
        String figures = Browser.of(port, "admin").get("/actuator/prometheus").body();
        Matcher line = Pattern.compile("^" + Pattern.quote(name) + " (\\S+)$", Pattern.MULTILINE)
                .matcher(figures);
        assertThat(line.find()).as(name).isTrue();
        return Double.parseDouble(line.group(1));
    }
}
