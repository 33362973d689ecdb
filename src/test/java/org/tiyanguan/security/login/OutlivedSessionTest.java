package org.tiyanguan.security.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tiyanguan.Browser;
import org.tiyanguan.IntegrationTest;

/** What becomes of sessions when their account is changed in the database, as another node does it. */
@IntegrationTest
class OutlivedSessionTest {

    private static final String PAGE = "/ledger.csv";
    private static final List<String> SCRIPTED =
            List.of("/engine-rest/task", "/camunda/api/engine/engine/default/task");

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    IdentityService identity;

    @Autowired
    TestRestTemplate http;

    private static final AtomicInteger CLERKS = new AtomicInteger();

    private String clerk;
    private Browser browser;

    @BeforeEach
    void somebody_logs_in() {
        clerk = "clerk-" + CLERKS.incrementAndGet();
        User user = identity.newUser(clerk);
        user.setPassword("Summer#2026");
        identity.saveUser(user);
        identity.createMembership(clerk, "center");
        browser = new Browser(port);
        browser.login(clerk, "Summer#2026");
        assertThat(browser.get(PAGE).statusCode()).isEqualTo(200);
        for (String path : SCRIPTED)
            assertThat(browser.get(path).statusCode()).as(path).isEqualTo(200);
    }

    @Test
    void another_password_ends_them() {
        jdbc.sql("update act_id_user set pwd_ = (select pwd_ from act_id_user where id_ = 'leader') where id_ = ?")
                .param(clerk)
                .update();
        assertEnded("PASSWORD", "密码已修改，请用新密码登录");
    }

    @Test
    void they_end_with_the_account() {
        jdbc.sql("delete from act_id_membership where user_id_ = ?")
                .param(clerk)
                .update();
        jdbc.sql("delete from act_id_user where id_ = ?").param(clerk).update();
        assertEnded("GONE", "您的账号已停用");
        assertThat(basic()).isEqualTo(401);
    }

    @Test
    void a_lock_ends_them() {
        jdbc.sql("update act_id_user set lock_exp_time_ = timestamp '2999-01-01 00:00:00' where id_ = ?")
                .param(clerk)
                .update();
        assertEnded("LOCKED", "您的账号已锁定");
        assertThat(basic()).isEqualTo(401);
        assertThat(new Browser(port).login(clerk, "Summer#2026").headers().firstValue("Location"))
                .hasValue("/login?error");
    }

    @Test
    void a_group_that_is_taken_away_is_gone_at_the_next_request() {
        jdbc.sql("delete from act_id_membership where user_id_ = ?")
                .param(clerk)
                .update();
        for (String path : List.of(PAGE, "/engine-rest/task", "/camunda/api/engine/engine/default/task", "/api/ledger"))
            assertThat(browser.get(path).statusCode()).as(path).isEqualTo(403);
        assertThat(basic()).isEqualTo(403);
    }

    @Test
    void the_engine_knows_the_groups_of_now_in_its_web_applications_too() {
        String groups = "/camunda/api/engine/engine/default/group?member=" + clerk;
        jdbc.sql("insert into act_id_membership (user_id_, group_id_) values (?, 'camunda-admin')")
                .param(clerk)
                .update();
        assertThat(browser.get("/camunda/api/engine/engine/default/authorization/count")
                        .statusCode())
                .isEqualTo(200);
        assertThat(browser.get(groups).body()).contains("camunda-admin", "center");
        jdbc.sql("delete from act_id_membership where user_id_ = ? and group_id_ = 'camunda-admin'")
                .param(clerk)
                .update();
        assertThat(browser.get("/camunda/api/engine/engine/default/authorization/count")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void whoever_changes_their_own_password_stays_and_their_other_sessions_end() {
        Browser elsewhere = new Browser(port);
        elsewhere.login(clerk, "Summer#2026");
        HttpResponse<String> changed =
                browser.send("PUT", "/camunda/api/engine/engine/default/user/" + clerk + "/credentials", """
                {"password":"Another#2026","authenticatedUserPassword":"Summer#2026"}""");
        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(204);
        assertThat(browser.get(PAGE).statusCode()).isEqualTo(200);
        assertThat(elsewhere.get(PAGE).statusCode()).isEqualTo(302);
    }

    @Test
    void an_administrator_who_changes_anothers_password_ends_that_ones_sessions() {
        Browser.of(port, "admin").send("PUT", "/engine-rest/user/" + clerk + "/credentials", """
                {"password":"Another#2026","authenticatedUserPassword":"Demo#2026"}""");
        assertEnded("PASSWORD", "密码已修改");
    }

    /** A page leads to the login, which says why; what scripts ask says so itself. */
    private void assertEnded(String why, String sentence) {
        HttpResponse<String> page = browser.get(PAGE);
        assertThat(page.statusCode()).isEqualTo(302);
        assertThat(page.headers().firstValue("Location")).hasValue("/login?ended=" + why);
        assertThat(browser.get("/login?ended=" + why).body()).contains(sentence);
        for (String path : SCRIPTED)
            assertThat(browser.get(path).statusCode()).as(path).isEqualTo(401);
        assertThat(browser.get("/").body()).doesNotContain(clerk);
    }

    private int basic() {
        return http.withBasicAuth(clerk, "Summer#2026")
                .getForEntity("/engine-rest/task", String.class)
                .getStatusCode()
                .value();
    }
}
