package org.tiyanguan.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import java.sql.SQLException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.impl.juel.jakarta.el.PropertyNotFoundException;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;
import org.tiyanguan.core.Refusal;

/** What failed can be mended by whoever draws the models, without a word of what it worked on. */
class JobFaultsTest {

    @Test
    void a_mistake_of_the_model_is_named() {
        var fault = new ProcessEngineException(
                "Unknown property used in expression: ${aproved == 'YES'}. Cause: Cannot resolve identifier 'aproved'",
                new PropertyNotFoundException("Cannot resolve identifier 'aproved'"));
        assertThat(JobFaults.message(fault))
                .isEqualTo(
                        "ProcessEngineException: ${aproved == 'YES'} ← PropertyNotFoundException: Cannot resolve identifier 'aproved'");
    }

    @Test
    void a_host_that_does_not_answer_is_named() {
        assertThat(JobFaults.message(
                        new IllegalStateException("to zhang@example.org", new ConnectException("Connection refused"))))
                .isEqualTo("IllegalStateException ← ConnectException: Connection refused");
    }

    @Test
    void what_databases_rules_and_the_engine_quote_is_left_out_of_message_and_trace() {
        var row = new SQLException("ERROR: Detail: Failing row contains (7, 张三丰, 13912345678)");
        var fault = new ProcessEngineException(
                "ENGINE-03004 Exception while executing: " + row.getMessage(),
                new DuplicateKeyException(row.getMessage(), row));
        assertThat(JobFaults.message(fault))
                .isEqualTo("ProcessEngineException: ENGINE-03004 ← DuplicateKeyException ← SQLException");
        assertThat(JobFaults.trace(fault))
                .doesNotContain("张三丰", "1391")
                .contains("Caused by: SQLException", "at org.tiyanguan");
        assertThat(JobFaults.message(new Refusal("mergeInto", "没有“张三丰”这一件"))).isEqualTo("Refusal");
        assertThat(JobFaults.message(
                        new ProcessEngineException("condition expression returns non-Boolean: 张三丰 (java.lang.String)")))
                .isEqualTo("ProcessEngineException");
    }
}
