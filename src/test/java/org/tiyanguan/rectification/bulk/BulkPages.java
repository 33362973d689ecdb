package org.tiyanguan.rectification.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.tiyanguan.ledger.list.LedgerPages;

/** The centre hands in acts on many entries, and lets them be worked off. */
@Component
@Lazy
class BulkPages {

    private final LedgerPages ledger;
    private final ManagementService management;
    private final RuntimeService runtime;
    private final JdbcClient jdbc;

    BulkPages(LedgerPages ledger, ManagementService management, RuntimeService runtime, JdbcClient jdbc) {
        this.ledger = ledger;
        this.management = management;
        this.runtime = runtime;
        this.jdbc = jdbc;
    }

    static MockHttpServletRequestBuilder hand(String filter) {
        return post(URI.create("/ledger/bulk" + filter));
    }

    /** @return the address of its page */
    String begin(MockHttpServletRequestBuilder hand) throws Exception {
        MockHttpServletResponse response = ledger.perform("center", hand);
        assertThat(response.getStatus())
                .as(response.getContentAsString(StandardCharsets.UTF_8))
                .isEqualTo(302);
        assertThat(response.getRedirectedUrl()).matches("/ledger/bulk/PL-2026-\\d{4}");
        return response.getRedirectedUrl();
    }

    String refused(MockHttpServletRequestBuilder hand) throws Exception {
        MockHttpServletResponse response = ledger.perform("center", hand);
        assertThat(response.getStatus()).isEqualTo(400);
        String page = response.getContentAsString(StandardCharsets.UTF_8);
        assertThat(page).contains("还没有开始处理。请改好下面标红的地方再提交，已填的内容都还在。");
        return page;
    }

    void finish() {
        for (List<Job> jobs = jobs(); !jobs.isEmpty(); jobs = jobs())
            management.executeJob(jobs.get(0).getId());
    }

    List<Job> jobs() {
        return management.createJobQuery().processDefinitionKey("bulk-act").list();
    }

    void drop() {
        runtime.createProcessInstanceQuery()
                .processDefinitionKey("bulk-act")
                .list()
                .forEach(instance -> runtime.deleteProcessInstance(instance.getId(), "enough seen"));
    }

    long acts() {
        return jdbc.sql("select count(*) from bulk_act").query(Long.class).single();
    }

    void forgetAll() {
        jdbc.sql("delete from bulk_act_entry").update();
        jdbc.sql("delete from bulk_act").update();
    }
}
