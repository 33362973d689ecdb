package org.tiyanguan.security.doors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.admin.impl.web.SetupResource;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.rest.dto.identity.UserCredentialsDto;
import org.camunda.bpm.engine.rest.dto.identity.UserDto;
import org.camunda.bpm.engine.rest.dto.identity.UserProfileDto;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tiyanguan.Browser;
import org.tiyanguan.IntegrationTest;

/** The engine's page that makes the first administrator stays shut. */
@IntegrationTest
class SetUpPageTest {

    @LocalServerPort
    int port;

    @Autowired
    ProcessEngine engine;

    @Autowired
    IdentityService identity;

    private final ObjectMapper json = new ObjectMapper();

    @Test
    void the_stock_engine_makes_an_administrator_for_anybody_while_it_has_none() {
        ProcessEngine stock = new StandaloneInMemProcessEngineConfiguration()
                .setProcessEngineName("stock-setup")
                .setJdbcUrl("jdbc:h2:mem:" + UUID.randomUUID())
                .setJobExecutorActivate(false)
                .buildProcessEngine();
        try {
            new SetUp().createInitialUserInternal("stock-setup", intruder(), stock);
            assertThat(stock.getIdentityService()
                            .createUserQuery()
                            .memberOfGroup("camunda-admin")
                            .list())
                    .extracting(User::getId)
                    .containsExactly("intruder");
        } finally {
            stock.close();
        }
    }

    @Test
    void nobody_makes_an_administrator_through_the_set_up_page_however_the_path_is_written() throws Exception {
        String body = json.writeValueAsString(intruder());
        Browser nobody = new Browser(port);
        Browser admin = Browser.of(port, "admin");
        for (String path : List.of(
                "/camunda/api/admin/setup/default/user/create",
                "/camunda/api/admin/setup/default/user/create/",
                "/camunda/api/admin/setup/other/user/create",
                "/camunda/api/admin/setup",
                "/camunda/api/admin/setup/x",
                "/camunda/api/admin/setup/default/user/create?x=y",
                "/camunda/api/admin/setup/default/user/create;jsessionid=1",
                "/camunda/api/admin/setup;x=y/default/user/create",
                "/camunda/api/admin;x/setup/default/user/create",
                "/camunda//api/admin/setup/default/user/create",
                "/camunda/api/admin//setup/default/user/create",
                "/camunda/api/admin/%73etup/default/user/create",
                "/camunda/api/%61dmin/setup/default/user/create",
                "/camunda/api/admin/setup/default/user/%63reate",
                "/camunda/api/admin%2fsetup/default/user/create",
                "/camunda/api/admin/%2573etup/default/user/create",
                "/camunda/api/admin/./setup/default/user/create",
                "/camunda/api/x/../admin/setup/default/user/create",
                "/camunda/api/admin/x/%2e%2e/setup/default/user/create",
                "/camunda/api/admin/SETUP/default/user/create",
                "/Camunda/api/admin/setup/default/user/create",
                "/camunda/api/cockpit/setup/default/user/create",
                "/camunda/api/engine/setup/default/user/create",
                "/camunda/api/tasklist/setup/default/user/create",
                "/camunda/api/welcome/setup/default/user/create",
                "/camunda/app/admin/default/setup/",
                "/engine-rest/setup/default/user/create"))
            for (String method : List.of("POST", "PUT", "GET", "HEAD", "DELETE", "OPTIONS", "PATCH")) {
                assertThat(nobody.send(method, path, body).statusCode())
                        .as(method + " " + path)
                        .isIn(302, 400, 401, 403, 404);
                if (path.contains("/api/admin"))
                    assertThat(admin.send(method, path, body).statusCode())
                            .as(method + " " + path)
                            .isIn(400, 403, 404);
                else admin.send(method, path, body);
            }
        assertThat(identity.createUserQuery().userId("intruder").count()).isZero();
    }

    @Test
    void the_last_administrator_stays_so_that_the_engine_has_no_reason_to_make_another() {
        Browser admin = Browser.of(port, "admin");
        for (String way : List.of("user/admin", "group/camunda-admin/members/admin", "group/camunda-admin")) {
            HttpResponse<String> answer = admin.send("DELETE", "/engine-rest/" + way, null);
            assertThat(answer.statusCode()).as(way).isEqualTo(400);
            assertThat(answer.body()).contains("至少要保留一位系统管理员");
        }
        assertThatThrownBy(() -> new SetUp().createInitialUserInternal("default", intruder(), engine))
                .hasMessageContaining("Setup action not available");
        assertThat(identity.createUserQuery().memberOfGroup("camunda-admin").list())
                .extracting(User::getId)
                .containsExactly("admin");
    }

    /** The engine's own, without the request around it. */
    private static class SetUp extends SetupResource {

        @Override
        protected void createInitialUserInternal(String name, UserDto user, ProcessEngine engine) {
            super.createInitialUserInternal(name, user, engine);
        }
    }

    private static UserDto intruder() {
        UserProfileDto profile = new UserProfileDto();
        profile.setId("intruder");
        UserCredentialsDto credentials = new UserCredentialsDto();
        credentials.setPassword("Demo#2026");
        UserDto user = new UserDto();
        user.setProfile(profile);
        user.setCredentials(credentials);
        return user;
    }
}
