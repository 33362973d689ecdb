package org.tiyanguan.security;

import static org.camunda.bpm.engine.authorization.Authorization.ANY;
import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GLOBAL;
import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GRANT;

import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.tiyanguan.core.Texts;
import org.tiyanguan.security.ProcessRights.ProcessRight;

/**
 * Makes sure, at each start, of the roles' groups and of what the engine lets each of them do. Tasks need no grant: the
 * engine lets candidates and assignees work on their own, and nobody else.
 */
@Component
public class Accounts {

    /** A group's type in the engine's Admin for the roles that are no department. */
    public static final String ROLE_TYPE = "WORKFLOW";

    private final IdentityService identity;
    private final AuthorizationService authorizations;
    private final List<ProcessRights> features;
    private final Texts texts;
    private final People people;
    private final String centerName;

    Accounts(
            IdentityService identity,
            AuthorizationService authorizations,
            List<ProcessRights> features,
            Texts texts,
            People people,
            @Value("${tiyanguan.center-name}") String centerName) {
        this.identity = identity;
        this.authorizations = authorizations;
        this.features = features;
        this.texts = texts;
        this.people = people;
        this.centerName = centerName;
    }

    @EventListener(ApplicationStartedEvent.class)
    @Order(1)
    public void ensureRoles() {
        group(Roles.CENTER, ROLE_TYPE, centerName);
        group(Roles.LEADER, ROLE_TYPE, name(Roles.LEADER));
        group(Roles.OFFICER, ROLE_TYPE, name(Roles.OFFICER));
        group(Roles.DESIGNER, ROLE_TYPE, name(Roles.DESIGNER));
        group(Roles.ADMIN, "SYSTEM", name(Roles.ADMIN));

        everybody(Resources.APPLICATION, "tasklist", Permissions.ACCESS);
        everybody(Resources.APPLICATION, "welcome", Permissions.ACCESS);

        features.forEach(feature -> feature.processRights()
                .forEach(right ->
                        grant(right.role(), Resources.PROCESS_DEFINITION, right.process(), permissions(right))));
        grant(Roles.CENTER, Resources.PROCESS_INSTANCE, ANY, Permissions.CREATE);

        grant(Roles.DESIGNER, Resources.APPLICATION, "cockpit", Permissions.ACCESS);
        // No variables, no tasks: a designer sees where cases stand, not what they are about.
        only(Roles.DESIGNER, Resources.DEPLOYMENT, Permissions.READ, Permissions.CREATE);
        only(
                Roles.DESIGNER,
                Resources.PROCESS_DEFINITION,
                Permissions.READ,
                ProcessDefinitionPermissions.READ_INSTANCE,
                ProcessDefinitionPermissions.READ_HISTORY,
                ProcessDefinitionPermissions.RETRY_JOB);
        only(Roles.DESIGNER, Resources.DECISION_DEFINITION, Permissions.READ);

        for (Resource resource : Resources.values()) grant(Roles.ADMIN, resource, ANY, Permissions.ALL);
    }

    /** Makes the group unless it exists. */
    public void group(String id, String type, String name) {
        if (identity.createGroupQuery().groupId(id).count() > 0) return;
        Group group = identity.newGroup(id);
        group.setType(type);
        group.setName(name);
        identity.saveGroup(group);
    }

    /** Makes the user unless one of that name exists, and a member of the groups. */
    public void user(
            String id, String familyName, String givenName, @Nullable String email, String password, String... groups) {
        if (identity.createUserQuery().userId(id).count() > 0) return;
        User user = identity.newUser(id);
        user.setLastName(familyName);
        user.setFirstName(givenName);
        user.setEmail(email);
        user.setPassword(password);
        identity.saveUser(user);
        for (String group : groups) identity.createMembership(id, group);
        people.forget(id);
    }

    void everybody(Resource resource, String id, Permission... permissions) {
        Authorization grant = authorizations.createNewAuthorization(AUTH_TYPE_GLOBAL);
        boolean exists = authorizations
                        .createAuthorizationQuery()
                        .userIdIn(ANY)
                        .resourceType(resource)
                        .resourceId(id)
                        .count()
                > 0;
        if (!exists) save(grant, resource, id, permissions);
    }

    void grant(String group, Resource resource, String id, Permission... permissions) {
        boolean exists = authorizations
                        .createAuthorizationQuery()
                        .groupIdIn(group)
                        .resourceType(resource)
                        .resourceId(id)
                        .count()
                > 0;
        if (!exists) save(newGrant(group), resource, id, permissions);
    }

    /** Adds to what roles may do already whatever goes with the filter of all tasks. */
    void extendForAllTasks() {
        for (ProcessRights feature : features)
            for (ProcessRight right : feature.withTheFilterOfAll()) {
                Authorization known = granted(right.role(), Resources.PROCESS_DEFINITION, right.process());
                save(
                        known == null ? newGrant(right.role()) : known,
                        Resources.PROCESS_DEFINITION,
                        right.process(),
                        permissions(right));
            }
    }

    private static Permission[] permissions(ProcessRight granted) {
        return granted.rights().stream()
                .flatMap(right -> switch (right) {
                    case START -> Stream.of(Permissions.READ, Permissions.CREATE_INSTANCE);
                    case SEE_TASKS -> Stream.of(Permissions.READ_TASK, ProcessDefinitionPermissions.READ_TASK_VARIABLE);
                })
                .toArray(Permission[]::new);
    }

    private String name(String role) {
        return texts.of("role." + role);
    }

    /** Grants this, and no more than this, for everything of the resource, whatever an older version granted. */
    private void only(String group, Resource resource, Permission... permissions) {
        Authorization known = granted(group, resource, ANY);
        Authorization grant = known == null ? newGrant(group) : known;
        grant.setPermissions(new Permission[0]);
        save(grant, resource, ANY, permissions);
    }

    private Authorization granted(String group, Resource resource, String id) {
        return authorizations
                .createAuthorizationQuery()
                .groupIdIn(group)
                .resourceType(resource)
                .resourceId(id)
                .singleResult();
    }

    private Authorization newGrant(String group) {
        Authorization grant = authorizations.createNewAuthorization(AUTH_TYPE_GRANT);
        grant.setGroupId(group);
        return grant;
    }

    private void save(Authorization grant, Resource resource, String id, Permission... permissions) {
        grant.setResource(resource);
        grant.setResourceId(id);
        for (Permission permission : permissions) grant.addPermission(permission);
        authorizations.saveAuthorization(grant);
    }
}
