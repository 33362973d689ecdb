package org.tiyanguan.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.client.ApiClient;
import org.tiyanguan.client.ApiException;
import org.tiyanguan.client.FindingsApi;
import org.tiyanguan.client.LedgerApi;
import org.tiyanguan.client.model.Finding;
import org.tiyanguan.client.model.FindingReport;
import org.tiyanguan.client.model.LedgerEntry;
import org.tiyanguan.client.model.LedgerPage;
import org.tiyanguan.client.model.Problem;
import org.tiyanguan.rectification.Loop;
import org.tiyanguan.security.KeyScope;

/** A client that a generator made of {@code docs/openapi.json} calls the running program. */
@IntegrationTest
class GeneratedClientTest {

    @LocalServerPort
    int port;

    @Autowired
    Callers callers;

    private ApiClient client;

    @BeforeEach
    void with_a_key() {
        Loop.now("2026-03-02T10:00:00");
        String key = callers.make("城运平台", Callers.OFTEN, KeyScope.values()).key();
        client = new ApiClient();
        client.updateBaseUri("http://localhost:" + port);
        client.setRequestInterceptor(request -> request.header("Authorization", "Bearer " + key));
    }

    @AfterEach
    void resetClock() {
        ClockUtil.reset();
    }

    @Test
    void it_reports_a_finding_once_and_reads_what_became_of_it() throws Exception {
        FindingsApi findings = new FindingsApi(client);
        Finding reported = findings.reportFinding(report("排队过久"), "GD-100");
        assertThat(findings.reportFinding(report("排队过久"), "GD-100")).isEqualTo(reported);
        Finding read = findings.getFinding(reported.getNumber());
        assertThat(read.getReference()).isEqualTo("GD-1");
        assertThat(read.getState()).isEqualTo(Finding.StateEnum.TRIAGE);
        assertThat(read.getReportedAt().toInstant())
                .isEqualTo(OffsetDateTime.parse("2026-03-02T10:00:00+08:00").toInstant());
        assertThat(findings.listFindings(null, null, "GD-1", null, null).getItems())
                .containsExactly(read);
    }

    @Test
    void it_pages_through_the_ledger() throws Exception {
        FindingsApi findings = new FindingsApi(client);
        List<String> reported = new ArrayList<>();
        for (int i = 0; i < 3; i++)
            reported.add(findings.reportFinding(report("第" + i + "件").reference("GD-2-" + i), null)
                    .getNumber());
        LedgerApi ledger = new LedgerApi(client);
        List<String> seen = new ArrayList<>();
        String cursor = null;
        do {
            LedgerPage page = ledger.listLedger(
                    LedgerEntry.StateEnum.TRIAGE.getValue(), null, null, null, null, null, null, cursor, 2);
            page.getItems().forEach(entry -> seen.add(entry.getNumber()));
            cursor = page.getNext();
        } while (cursor != null);
        assertThat(seen).containsAll(reported).doesNotHaveDuplicates();
        assertThat(ledger.getLedgerEntry(reported.get(0)).getDepartments()).isEmpty();
    }

    @Test
    void it_is_told_by_a_problem_what_is_wrong() throws Exception {
        FindingReport report = report("长".repeat(61));
        ApiException refused =
                catchThrowableOfType(ApiException.class, () -> new FindingsApi(client).reportFinding(report, null));
        assertThat(refused.getCode()).isEqualTo(400);
        Problem problem = client.getObjectMapper().readValue(refused.getResponseBody(), Problem.class);
        assertThat(problem.getErrors()).hasSize(1);
        assertThat(problem.getErrors().get(0).getField()).isEqualTo("title");
        assertThat(problem.getErrors().get(0).getMessage()).contains("60");
    }

    private static FindingReport report(String title) {
        return new FindingReport()
                .kind(FindingReport.KindEnum.PROBLEM)
                .title(title)
                .description("等了两个小时")
                .place("二楼A区")
                .occurredOn(LocalDate.parse("2026-03-01"))
                .serviceItem("户口迁移")
                .urgency(FindingReport.UrgencyEnum.URGENT)
                .channel(FindingReport.ChannelEnum.HOTLINE)
                .reference("GD-1");
    }
}
