package org.tiyanguan.security.doors;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tiyanguan.Browser;
import org.tiyanguan.IntegrationTest;

/** Who may pass which door but the engine's, over real HTTP. */
@IntegrationTest
class DoorsTest {

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @TestFactory
    Stream<DynamicTest> each_role_passes_its_own_doors_only() throws Exception {
        return new DoorTable(port, jdbc).rows(path -> !path.startsWith("~"));
    }

    @Test
    void a_wrong_password_and_an_unknown_user_get_the_same_answer() {
        HttpResponse<String> wrong = new Browser(port).login("gongjijin", "wrong");
        HttpResponse<String> unknown = new Browser(port).login("nobody", "wrong");
        assertThat(wrong.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/login?error"));
        assertThat(unknown.headers().firstValue("Location"))
                .isEqualTo(wrong.headers().firstValue("Location"));
        assertThat(new Browser(port).get("/login?error").body()).contains("账号或密码不对");
    }

    @Test
    void passwords_are_kept_as_argon2id_hashes() {
        assertThat(jdbc.sql("select pwd_ from act_id_user").query(String.class).list())
                .isNotEmpty()
                .allSatisfy(hash -> assertThat(hash).startsWith("{argon2id}$argon2id$"));
    }

    @Test
    void logging_out_ends_the_session_through_either_button() {
        for (String logout : List.of("/logout", "/camunda/api/admin/auth/user/default/logout")) {
            Browser browser = Browser.of(port, "center");
            assertThat(browser.get("/ledger").statusCode()).isEqualTo(200);
            browser.postForm(logout, Map.of());
            assertThat(browser.get("/ledger").statusCode()).isEqualTo(302);
        }
    }
}
