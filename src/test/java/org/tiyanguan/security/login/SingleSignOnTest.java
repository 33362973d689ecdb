package org.tiyanguan.security.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.tiyanguan.Browser;
import org.tiyanguan.OwnProgram;
import org.tiyanguan.TestDatabase;
import org.tiyanguan.security.People;
import org.tiyanguan.security.Roles;

/** Signs in at a real OpenID Connect provider, as a browser does. */
@OwnProgram
@SpringBootTest(
        webEnvironment = WebEnvironment.DEFINED_PORT,
        properties = {
            "camunda.bpm.job-execution.enabled=false",
            "tiyanguan.oidc.client-id=tiyanguan",
            "tiyanguan.oidc.client-secret=secret",
            "tiyanguan.oidc.groups=中心工作人员=center, CN=窗口=dept-gongan, 流程=designer"
        })
@ContextConfiguration(initializers = TestDatabase.class)
@ActiveProfiles({"test", "demo-accounts"})
@DirtiesContext
class SingleSignOnTest {

    private static IdentityProvider provider;
    private static int providersPort;
    private static HttpResponse<String> whileDown;

    @LocalServerPort
    int port;

    @Autowired
    IdentityService identity;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    /** Each test has a browser of its own. */
    private SignOnBrowser browser;

    @DynamicPropertySource
    static void issuer(DynamicPropertyRegistry settings) {
        int providersPort = IdentityProvider.freePort();
        int ownPort = IdentityProvider.freePort();
        settings.add("server.port", () -> ownPort);
        settings.add("tiyanguan.base-url", () -> "http://localhost:" + ownPort);
        settings.add("tiyanguan.oidc.issuer", () -> "http://localhost:" + providersPort);
        SingleSignOnTest.providersPort = providersPort;
    }

    /** The program starts first; what it says while the provider is down is seen once. */
    @BeforeEach
    void startProvider() throws Exception {
        browser = new SignOnBrowser(port);
        if (provider == null) {
            whileDown = browser.get("/oauth2/authorization/oidc");
            provider = IdentityProvider.start(providersPort);
        }
        provider.register("http://localhost:" + port);
    }

    @AfterAll
    static void stopProvider() {
        provider.stop();
    }

    // ---- who gets in

    @Test
    void the_login_page_offers_it_beside_the_password() throws Exception {
        assertThat(browser.get("/login").body())
                .contains("统一身份认证登录", "href=\"/oauth2/authorization/oidc\"", "name=\"password\"");
    }

    @Test
    void a_person_with_a_role_gets_an_account_and_comes_to_the_page_they_wanted() throws Exception {
        provider.there("zhang.min", "中心工作人员", "别的组");
        assertThat(browser.get("/ledger").uri().getPath()).isEqualTo("/login");
        HttpResponse<String> arrived = browser.signIn("zhang.min");

        assertThat(arrived.uri().getPath()).isEqualTo("/ledger");
        assertThat(arrived.body()).contains("张敏");
        User account = identity.createUserQuery().userId("zhang.min").singleResult();
        assertThat(List.of(account.getLastName(), account.getFirstName(), account.getEmail()))
                .containsExactly("张", "敏", "zhang.min@example.org");
        assertThat(people.groupsOf("zhang.min")).containsExactly("center");
        assertThat(audit("LOGIN", "zhang.min")).isNotEmpty();
        assertThat(browser.get("/camunda/app/tasklist/default/").statusCode()).isEqualTo(200);
        assertThat(browser.get("/engine-rest/task").statusCode()).isEqualTo(200);
        assertThat(browser.get("/admin/audit").statusCode()).isEqualTo(403);
    }

    @Test
    void roles_and_names_follow_the_provider_at_each_sign_in() throws Exception {
        provider.there("li.lei", "中心工作人员");
        browser.signIn("li.lei");
        provider.there("li.lei", "CN=窗口", "流程");
        provider.people.get("li.lei").claims().put("family_name", "黎");
        new SignOnBrowser(port).signIn("li.lei");
        assertThat(people.groupsOf("li.lei")).containsExactlyInAnyOrder("dept-gongan", "designer");
        assertThat(people.nameOf("li.lei")).isEqualTo("黎敏");
    }

    @Test
    void roles_that_are_given_here_are_kept() throws Exception {
        provider.there("han.mei", "中心工作人员");
        browser.signIn("han.mei");
        identity.createMembership("han.mei", Roles.OFFICER);
        identity.createMembership("han.mei", Roles.LEADER);
        new SignOnBrowser(port).signIn("han.mei");
        assertThat(people.groupsOf("han.mei")).containsExactlyInAnyOrder("center", "officer");
    }

    @Test
    void somebody_without_a_role_is_told_so_and_gets_no_account() throws Exception {
        provider.there("visitor", "别的组");
        refused(browser.signIn("visitor"), "还没有本系统的岗位");
        assertThat(identity.createUserQuery().userId("visitor").count()).isZero();
        assertThat(audit("LOGIN_FAILED", "")).anyMatch(detail -> detail.contains("visitor"));
    }

    @Test
    void whoever_lost_all_roles_keeps_none() throws Exception {
        provider.there("sun.li", "中心工作人员");
        browser.signIn("sun.li");
        provider.there("sun.li");
        refused(new SignOnBrowser(port).signIn("sun.li"), "还没有本系统的岗位");
        assertThat(people.groupsOf("sun.li")).isEmpty();
    }

    // ---- whose account it is

    @Test
    void an_account_of_this_program_is_not_taken_over() throws Exception {
        provider.there("center", "中心工作人员");
        refused(browser.signIn("center"), "本系统已有同名的账号");
        assertThat(people.nameOf("center")).isEqualTo("张敏");
        provider.there("admin", "中心工作人员");
        refused(new SignOnBrowser(port).signIn("admin"), "本系统已有同名的账号");
        assertThat(people.groupsOf("admin")).containsExactly(Roles.ADMIN);
    }

    @Test
    void a_namesake_who_came_later_does_not_inherit_the_account() throws Exception {
        provider.there("wang.wei", "中心工作人员");
        browser.signIn("wang.wei");
        provider.namesake("wang.wei");
        refused(new SignOnBrowser(port).signIn("wang.wei"), "本系统已有同名的账号");
    }

    @Test
    void a_namesake_gets_the_account_once_the_administrator_removed_the_old_one() throws Exception {
        provider.there("wu.hao", "中心工作人员");
        browser.signIn("wu.hao");
        identity.deleteUser("wu.hao");
        provider.namesake("wu.hao");
        assertThat(new SignOnBrowser(port).signIn("wu.hao").uri().getPath()).isEqualTo("/");
    }

    @Test
    void names_that_an_account_cannot_have_are_refused() throws Exception {
        for (String name : List.of("*", "张三", "a b", ".", "x".repeat(65))) {
            provider.there("odd", "中心工作人员");
            provider.people.get("odd").claims().put("preferred_username", name);
            refused(new SignOnBrowser(port).signIn("odd"), "没有提供可用的账号名");
        }
        provider.people.get("odd").claims().remove("preferred_username");
        refused(browser.signIn("odd"), "没有提供可用的账号名");
    }

    @Test
    void an_account_of_the_provider_has_no_password_here_even_if_an_administrator_sets_one() throws Exception {
        provider.there("zhao.yun", "中心工作人员");
        browser.signIn("zhao.yun");
        User account = identity.createUserQuery().userId("zhao.yun").singleResult();
        account.setPassword("Known#2026");
        identity.saveUser(account);
        assertThat(SignOnBrowser.location(new Browser(port).login("zhao.yun", "Known#2026")))
                .endsWith("/login?error");
    }

    @Test
    void the_password_still_lets_in_who_has_an_account_here() {
        assertThat(Browser.of(port, "admin").get("/admin/audit").statusCode()).isEqualTo(200);
    }

    // ---- what can go wrong on the way

    @Test
    void while_the_provider_is_down_the_program_runs_and_says_so() {
        refused(whileDown, "没有登录成功，请稍后再试，或用本系统的账号登录");
    }

    @Test
    void an_answer_that_nobody_asked_for_is_refused() throws Exception {
        refused(browser.get("/login/oauth2/code/oidc?code=stolen&state=made-up"), "没有登录成功");
        refused(browser.get("/login/oauth2/code/oidc"), "没有登录成功");
    }

    @Test
    void who_does_not_agree_at_the_provider_is_told_so() throws Exception {
        String state = SignOnBrowser.stateIn(browser.begin());
        refused(
                browser.get("/login/oauth2/code/oidc?error=access_denied&state=" + SignOnBrowser.encode(state)),
                "您没有同意登录");
    }

    @Test
    void refused_attempts_lock_nobodys_account() throws Exception {
        provider.there("leader", "中心工作人员");
        for (int i = 0; i < 6; i++) new SignOnBrowser(port).signIn("leader");
        assertThat(Browser.of(port, "leader").get("/ledger").statusCode()).isEqualTo(200);
    }

    @Test
    void the_request_carries_a_challenge_a_nonce_and_a_state() throws Exception {
        assertThat(browser.begin())
                .contains("code_challenge=", "code_challenge_method=S256", "nonce=", "state=", "scope=openid");
    }

    @Test
    void the_session_changes_its_name_at_the_sign_in() throws Exception {
        provider.there("qian.bei", "中心工作人员");
        browser.get("/ledger");
        String before = browser.session();
        browser.signIn("qian.bei");
        assertThat(browser.session()).isNotEqualTo(before);
    }

    // ---- leaving

    @Test
    void logging_out_leaves_the_provider_too_from_our_pages_and_from_tasklist() throws Exception {
        provider.there("zhou.qi", "中心工作人员");
        for (String way : List.of("/logout", "/camunda/api/admin/auth/user/default/logout")) {
            browser.signIn("zhou.qi");
            HttpResponse<String> page = browser.post(
                    browser.own(way),
                    Map.of("_csrf", SignOnBrowser.token(browser.get("/").body())));
            assertThat(page.statusCode()).isEqualTo(200);
            String onward = page.body()
                    .replaceAll("(?s).*content=\"0; url=([^\"]+)\".*", "$1")
                    .replace("&amp;", "&");
            assertThat(onward).startsWith("http://localhost:" + providersPort + "/connect/logout?id_token_hint=");
            HttpResponse<String> left = browser.get(URI.create(onward));
            assertThat(left.uri()).isEqualTo(browser.own("/login?logout"));
            assertThat(left.body()).contains("您已退出");
            assertThat(browser.get("/oauth2/authorization/oidc").uri().getPath())
                    .as("asks for the password again")
                    .isEqualTo("/login");
        }
        assertThat(audit("LOGOUT", "zhou.qi")).hasSize(2);
    }

    @Test
    void whoever_logged_in_by_password_just_leaves() {
        Browser center = Browser.of(port, "center");
        assertThat(SignOnBrowser.location(center.postForm("/logout", Map.of()))).endsWith("/login?logout");
        assertThat(center.get("/leave").statusCode())
                .as("whoever is gone has no such page")
                .isEqualTo(404);
    }

    private static void refused(HttpResponse<String> page, String sentence) {
        assertThat(page.uri().getPath()).isEqualTo("/login");
        assertThat(page.body()).contains(sentence);
    }

    private List<String> audit(String kind, String actor) {
        return jdbc.sql("select detail from audit_event where kind = ? and actor = ?")
                .params(kind, actor)
                .query(String.class)
                .list();
    }
}
