package org.tiyanguan.rectification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tiyanguan.IntegrationTest;

/** What notices say. */
@IntegrationTest
class TellingTest {

    @Autowired
    Loop loop;

    @Autowired
    JdbcClient jdbc;

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
        loop.complete("center", number, "center-reassign",
                Map.of("department", "shebao", "reassignReason", "应由社保窗口办理"));
        loop.sendBack(number, "shebao");
        assertThat(told("leader", "ask-department", number)).contains("市社会保险基金管理局", "不属于本单位职责");
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
