package org.tiyanguan.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tiyanguan.Browser;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.OnH2Too;
import org.tiyanguan.engine.EngineClock;

/** What the audit log holds and who reads it. */
@IntegrationTest
@OnH2Too
class AuditTest {

    @LocalServerPort
    int port;

    @Autowired
    AuditLog log;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestRestTemplate http;

    @Autowired
    IdentityService identity;

    @Autowired
    EngineClock clock;

    @AfterEach
    void back_to_the_present() {
        clock.reset();
    }

    // ---- what is logged

    @Test
    void logging_in_and_out_and_failing_to_are_logged_with_the_address() {
        long before = last();
        Browser browser = Browser.of(port, "leader");
        browser.postForm("/logout", Map.of());
        new Browser(port).login("leader", "wrong");
        assertThat(since(before))
                .containsExactly("LOGIN leader 登录页", "LOGOUT leader 主动退出", "LOGIN_FAILED leader 账号或密码不对");
        assertThat(jdbc.sql("select distinct address from audit_event where id > ?")
                        .param(before)
                        .query(String.class)
                        .list())
                .containsExactly("127.0.0.1");
    }

    @Test
    void a_program_that_sends_its_password_each_time_is_one_login() {
        long before = last();
        for (int i = 0; i < 3; i++)
            assertThat(http.withBasicAuth("shebao", "Demo#2026")
                            .getForEntity("/engine-rest/task", String.class)
                            .getStatusCode()
                            .value())
                    .isEqualTo(200);
        assertThat(since(before)).containsExactly("LOGIN shebao 接口");
    }

    @Test
    void a_refused_request_is_logged_whoever_refused_it() {
        Browser officer = Browser.of(port, "officer");
        long before = last();
        officer.get("/admin/holidays");
        officer.get("/camunda/api/engine/engine/default/user");
        assertThat(since(before)).contains("REFUSED officer GET /admin/holidays");
        long nobody = last();
        new Browser(port).get("/admin/holidays");
        assertThat(since(nobody)).isEmpty();
    }

    @Test
    void changes_to_accounts_are_logged_through_rest_and_java() {
        long before = last();
        rest(HttpMethod.POST, "/engine-rest/user/create", """
                {"profile":{"id":"newcomer","firstName":"新","lastName":"来"},"credentials":{"password":"Changsha#2026"}}""");
        rest(HttpMethod.PUT, "/engine-rest/group/officer/members/newcomer", "{}");
        rest(HttpMethod.PUT, "/engine-rest/user/newcomer/credentials", """
                {"password":"Guangzhou#2026","authenticatedUserPassword":"Demo#2026"}""");
        rest(HttpMethod.PUT, "/engine-rest/user/newcomer/profile", """
                {"id":"newcomer","firstName":"新","lastName":"来","email":"new@example.com"}""");
        rest(HttpMethod.DELETE, "/engine-rest/group/officer/members/newcomer", null);
        rest(HttpMethod.DELETE, "/engine-rest/user/newcomer", null);
        assertThat(since(before))
                .containsSubsequence(
                        "ACCOUNT admin 新增账号 newcomer",
                        "ACCOUNT admin 账号 newcomer 加入分组 officer",
                        "ACCOUNT admin 修改账号 newcomer 的密码",
                        "ACCOUNT admin 修改账号 newcomer 的资料",
                        "ACCOUNT admin 账号 newcomer 移出分组 officer",
                        "ACCOUNT admin 删除账号 newcomer");
        identity.unlockUser("officer");
        assertThat(since(before)).last().isEqualTo("ACCOUNT  解锁账号 officer");
        assertThat(since(0)).anyMatch(line -> line.startsWith("ACCOUNT  保存授权：designer 对 Deployment"));
    }

    @Test
    void an_account_is_not_changed_when_the_change_cannot_be_logged() {
        User user = identity.createUserQuery().userId("officer").singleResult();
        user.setId("x".repeat(70));
        assertThatThrownBy(() -> identity.saveUser(user)).isNotNull();
    }

    // ---- how long it is kept

    @Test
    void lines_cannot_be_changed_and_not_erased_before_half_a_year() {
        log.record(AuditKind.EXPORT, "somebody", "x");
        assertThatThrownBy(() ->
                        jdbc.sql("update audit_event set actor = 'nobody'").update())
                .hasMessageContaining("append-only");
        assertThatThrownBy(() -> jdbc.sql("delete from audit_event").update()).hasMessageContaining("append-only");
    }

    @Test
    void old_lines_are_erased_after_the_time_that_is_set() {
        clock.setTo(clock.instant().minus(Duration.ofDays(366)));
        log.record(AuditKind.EXPORT, "long-ago", "x");
        clock.reset();
        clock.setTo(clock.instant().minus(Duration.ofDays(364)));
        log.record(AuditKind.EXPORT, "not-so-long-ago", "x");
        clock.reset();
        log.eraseOld();
        assertThat(since(0))
                .noneMatch(line -> line.contains("EXPORT long-ago"))
                .anyMatch(line -> line.contains("not-so-long-ago"));
    }

    // ---- who reads it

    @Test
    void the_administrator_finds_lines_by_account_kind_and_day_page_by_page() {
        for (int i = 0; i < 60; i++) log.record(AuditKind.EXPORT, "page-reader", "file-" + i + "<b>");
        Browser admin = Browser.of(port, "admin");
        String first = admin.get("/admin/audit?actor=page-reader&kind=EXPORT").body();
        assertThat(first)
                .contains("file-59&lt;b&gt;", "file-10&lt;b&gt;", "更早的记录")
                .doesNotContain("file-9&lt;b&gt;", "file-59<b>");
        String older =
                first.replaceAll("(?s).*href=\"([^\"]*before=\\d+)\".*", "$1").replace("&amp;", "&");
        assertThat(admin.get(older).body())
                .contains("file-9&lt;b&gt;", "file-0&lt;b&gt;")
                .doesNotContain("file-10&lt;b&gt;", "更早的记录");
        assertThat(admin.get("/admin/audit?actor=page-reader&kind=LOGIN").body())
                .contains("没有符合条件的记录");
        String today = LocalDateTime.now(clock).toLocalDate().toString();
        assertThat(admin.get("/admin/audit?actor=page-reader&from=" + today + "&to=" + today)
                        .body())
                .contains("file-59");
        assertThat(admin.get("/admin/audit?actor=page-reader&to=2020-01-01").body())
                .contains("没有符合条件的记录");
        for (String bad : List.of("kind=X", "from=x", "before=x", "to=999999999-12-31"))
            assertThat(admin.get("/admin/audit?" + bad).statusCode()).as(bad).isIn(200, 400);
        assertThat(admin.get("/admin/audit?actor=%22%27").statusCode()).isEqualTo(200);
        assertThat(admin.get("/admin/audit?actor=%00").statusCode()).isEqualTo(400);
    }

    @Test
    void the_download_holds_what_was_asked_for_and_is_logged_itself() {
        log.record(AuditKind.EXPORT, "=cmd|x", "@SUM(1)");
        Browser admin = Browser.of(port, "admin");
        long before = last();
        String csv = admin.get("/admin/audit.csv?kind=EXPORT").body();
        assertThat(csv).contains("时间,类型,账号,来源地址,内容", "导出,'=cmd|x,", "'@SUM(1)").doesNotContain("登录页");
        assertThat(since(before)).containsExactly("EXPORT admin audit.csv kind=EXPORT");
    }

    @Test
    void nobody_but_the_administrator_reads_it() {
        for (String user : List.of("center", "leader", "gongan", "officer", "designer"))
            for (String path : List.of("/admin/audit", "/admin/audit.csv"))
                assertThat(Browser.of(port, user).get(path).statusCode())
                        .as(user + path)
                        .isEqualTo(403);
    }

    // ---- weak passwords

    @Test
    void a_weak_password_is_refused() {
        for (String weak : List.of("Short1#", "alllowercase#1", "NODIGITS#here", "NoSigns2026", "Newbie#2026"))
            assertThat(rest(HttpMethod.POST, "/engine-rest/user/create", """
                    {"profile":{"id":"newbie"},"credentials":{"password":"%s"}}""".formatted(weak)))
                    .as(weak)
                    .isEqualTo(400);
        assertThat(identity.createUserQuery().userId("newbie").count()).isZero();
    }

    private int rest(HttpMethod method, String path, String body) {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_JSON);
        return http.withBasicAuth("admin", "Demo#2026")
                .exchange(path, method, new HttpEntity<>(body, headers), String.class)
                .getStatusCode()
                .value();
    }

    private long last() {
        return jdbc.sql("select coalesce(max(id), 0) from audit_event")
                .query(Long.class)
                .single();
    }

    private List<String> since(long id) {
        return jdbc.sql("select kind || ' ' || actor || ' ' || detail from audit_event where id > ? order by id")
                .param(id)
                .query(String.class)
                .list();
    }
}
