package org.tiyanguan.restore;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tiyanguan.AtTime;
import org.tiyanguan.Browser;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.rectification.Loop;

/** The program starts on a database that was restored from a backup. */
@IntegrationTest
@AtTime("2026-03-02T09:00")
class RestoreTest {

    private static final String PAGE = "/admin/restored";

    @LocalServerPort
    int port;

    @Autowired
    Restores restores;

    @Autowired
    Installation installation;

    @Autowired
    Loop loop;

    @Autowired
    ManagementService management;

    @Autowired
    RuntimeService runtime;

    @Autowired
    JdbcClient jdbc;

    private String number;

    @BeforeEach
    void a_case_with_timers_and_mails() {
        number = loop.rectifying();
    }

    @AfterEach
    void it_goes_on() {
        if (restores.isHeld()) restores.goOn(Map.of(), true);
    }

    @Test
    void the_same_database_starts_as_ever() {
        restores.look();
        assertThat(restores.isHeld()).isFalse();
        assertThat(suspended()).isZero();
        assertThat(admin().get(PAGE).body()).contains("数据库不是刚从备份恢复的");
        assertThat(admin().get("/").body()).doesNotContain("恢复以后");
    }

    @Test
    void a_restored_one_does_nothing_until_an_administrator_says_so_while_people_go_on() {
        assertThat(running()).isNotEmpty();
        restored();
        long jobs = suspended();
        assertThat(jobs).isPositive();
        assertThat(running()).isEmpty();
        assertThat(admin().get("/").body()).contains(PAGE, "备份里的邮件和计时都停着");
        assertThat(Browser.of(port, "center").get("/ledger").body()).contains("数据库刚从备份恢复");
        assertThat(Browser.of(port, "gongan").get("/ledger").body()).doesNotContain("数据库刚从备份恢复");

        loop.report();
        assertThat(running()).as("of what was reported now").isNotEmpty();
        assertThat(suspended()).isEqualTo(jobs);
        restores.look();
        assertThat(restores.isHeld()).as("after another start, too").isTrue();

        assertThat(goOn(Map.of("mails", "SEND")).statusCode()).isEqualTo(302);
        assertThat(suspended()).isZero();
        assertThat(restores.isHeld()).isFalse();
        assertThat(jdbc.sql("select count(*) from audit_event where detail like '从备份恢复后继续运行%'")
                        .query(Integer.class)
                        .single())
                .isPositive();
        assertThat(goOn(Map.of("mails", "SEND")).body()).contains("已经有人让它继续运行了");
    }

    @Test
    void the_page_says_what_there_is() {
        restored();
        Loop.now("2026-06-01T09:00");
        assertThat(admin().get(PAGE).body())
                .contains("2026-03-02 09:00", "TYG 最后的编号", "整改闭环", "封邮件等着发出")
                .doesNotContain("个附件在附件文件夹里找不到");
    }

    @Test
    void numbers_go_on_after_those_that_people_have() {
        int last = last();
        restored();
        Map<String, String> form = new HashMap<>(Map.of("mails", "SEND", "last-TYG", String.valueOf(last - 1)));
        HttpResponse<String> refused = goOn(form);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("不能比备份里的小", "value=\"" + (last - 1) + "\"");
        assertThat(restores.isHeld()).isTrue();
        form.put("last-TYG", "二十");
        assertThat(goOn(form).statusCode()).isEqualTo(400);
        form.put("last-TYG", String.valueOf(last + 40));
        assertThat(goOn(form).statusCode()).isEqualTo(302);
        assertThat(loop.report()).isEqualTo("TYG-2026-%06d".formatted(last + 41));
    }

    @Test
    void mails_that_may_have_gone_already_can_be_dropped() {
        assertThat(mails()).isPositive();
        restored();
        assertThat(goOn(Map.of("mails", "DROP")).statusCode()).isEqualTo(302);
        assertThat(mails()).isZero();
        assertThat(loop.ended(number)).isFalse();
    }

    @Test
    void what_was_suspended_before_stays_so() {
        String instance = loop.instance(number).getId();
        runtime.suspendProcessInstanceById(instance);
        restored();
        assertThat(goOn(Map.of("mails", "SEND")).statusCode()).isEqualTo(302);
        assertThat(management
                        .createJobQuery()
                        .processInstanceId(instance)
                        .active()
                        .count())
                .isZero();
        assertThat(suspended())
                .isEqualTo(
                        management.createJobQuery().processInstanceId(instance).count());
        runtime.activateProcessInstanceById(instance);
    }

    @Test
    void only_administrators_open_the_page() {
        for (String other : new String[] {"center", "leader", "gongan", "officer"})
            assertThat(Browser.of(port, other).get(PAGE).statusCode()).as(other).isEqualTo(403);
    }

    /** As PostgreSQL tells it of a database that was made anew. */
    private void restored() {
        jdbc.sql("update installation set identity = '7300000000000000000 16384 1'")
                .update();
        restores.look();
        assertThat(restores.isHeld()).isTrue();
        assertThat(installation.known()).isEqualTo(installation.actual());
    }

    /** Of cases; the engine tidies up its history all the same. */
    private List<Job> running() {
        return management.createJobQuery().active().list().stream()
                .filter(job -> job.getProcessDefinitionId() != null)
                .toList();
    }

    private long suspended() {
        return management.createJobQuery().suspended().count();
    }

    private long mails() {
        return management.createJobQuery().processDefinitionKey("notice").count();
    }

    private int last() {
        return jdbc.sql("select last_number from ledger_counter where counter_year = 2026")
                .query(Integer.class)
                .single();
    }

    private Browser admin() {
        return Browser.of(port, "admin");
    }

    private HttpResponse<String> goOn(Map<String, String> form) {
        return admin().postForm(PAGE, form);
    }
}
