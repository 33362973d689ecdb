package org.tiyanguan.engine.guards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.authorization.Authorization.ANY;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tiyanguan.Browser;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.security.Roles;

/** An administrator cannot take away by mistake what only a restart would give back. */
@IntegrationTest
class KeptGrantsTest {

    private static final List<String> ROOTS =
            List.of("/engine-rest", "/engine-rest/engine/default", "/camunda/api/engine/engine/default");
    private static final String SENTENCE = "管理员就不能再管理";

    @LocalServerPort
    int port;

    @Autowired
    AuthorizationService authorizations;

    private Browser admin;

    @BeforeEach
    void login() {
        admin = Browser.of(port, "admin");
    }

    @Test
    void what_lets_administrators_administer_and_everybody_in_is_neither_deleted_nor_narrowed() {
        List<Authorization> kept = new ArrayList<>(authorizations
                .createAuthorizationQuery()
                .groupIdIn(Roles.ADMIN)
                .resourceId(ANY)
                .list());
        kept.addAll(authorizations
                .createAuthorizationQuery()
                .userIdIn(ANY)
                .resourceType(Resources.APPLICATION)
                .list());
        assertThat(kept).hasSizeGreaterThan(Resources.values().length);
        SoftAssertions all = new SoftAssertions();
        for (Authorization grant : kept) {
            String root = ROOTS.get(Math.floorMod(grant.getId().hashCode(), ROOTS.size())) + "/authorization/"
                    + grant.getId();
            String who = grant.getUserId() == null ? "\"groupId\":\"camunda-admin\"" : "\"userId\":\"*\"";
            refused(all, "DELETE", root, null);
            refused(all, "PUT", root, change("[]", who, grant.getResourceType(), grant.getResourceId()));
            refused(all, "PUT", root, change("[\"ALL\"]", who, grant.getResourceType(), "x"));
            // Another kind of grant the engine makes of none by itself.
            if (grant.getUserId() == null)
                refused(
                        all,
                        "PUT",
                        root,
                        change("[\"ALL\"]", "\"groupId\":\"leader\"", grant.getResourceType(), grant.getResourceId()));
        }
        all.assertAll();
        assertThat(authorizations
                        .createAuthorizationQuery()
                        .groupIdIn(Roles.ADMIN)
                        .resourceId(ANY)
                        .count())
                .isEqualTo(Resources.values().length);
    }

    @Test
    void they_may_stay_as_they_are_and_other_grants_go() {
        Authorization kept = authorizations
                .createAuthorizationQuery()
                .groupIdIn(Roles.ADMIN)
                .resourceType(Resources.USER)
                .resourceId(ANY)
                .singleResult();
        String path = "/engine-rest/authorization/";
        assertThat(admin.send(
                                "PUT",
                                path + kept.getId(),
                                change("[\"ALL\"]", "\"groupId\":\"camunda-admin\"", kept.getResourceType(), ANY))
                        .statusCode())
                .isEqualTo(204);
        Authorization other = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        other.setGroupId(Roles.ADMIN);
        other.setResource(Resources.USER);
        other.setResourceId("somebody");
        other.addPermission(Permissions.READ);
        String id = authorizations.saveAuthorization(other).getId();
        assertThat(admin.send("PUT", path + id, change("[]", "\"groupId\":\"leader\"", 1, "somebody"))
                        .statusCode())
                .isEqualTo(204);
        assertThat(admin.send("DELETE", path + id, null).statusCode()).isEqualTo(204);
    }

    private void refused(SoftAssertions all, String method, String path, String body) {
        HttpResponse<String> answer = admin.send(method, path, body);
        all.assertThat(answer.statusCode()).as(method + " " + path + " " + body).isEqualTo(400);
        all.assertThat(answer.body()).contains(SENTENCE);
    }

    private static String change(String permissions, String who, int resourceType, String resourceId) {
        return "{\"permissions\":%s,%s,\"resourceType\":%d,\"resourceId\":\"%s\"}"
                .formatted(permissions, who, resourceType, resourceId);
    }
}
