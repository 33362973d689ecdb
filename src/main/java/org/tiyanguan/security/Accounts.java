package org.tiyanguan.security;

import static org.camunda.bpm.engine.authorization.Authorization.ANY;
import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GLOBAL;
import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GRANT;

import java.util.List;
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
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

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

    Accounts(IdentityService identity, AuthorizationService authorizations) {
        this.identity = identity;
        this.authorizations = authorizations;
    }

    @EventListener(ApplicationStartedEvent.class)
    @Order(1)
    public void ensureRoles() {
        group(Roles.CENTER, ROLE_TYPE, "市行政服务中心");
        group(Roles.LEADER, ROLE_TYPE, "中心领导");
        group(Roles.OFFICER, ROLE_TYPE, "政务服务体验官");
        group(Roles.DESIGNER, ROLE_TYPE, "流程设计");
        group(Roles.ADMIN, "SYSTEM", "系统管理");

        everybody(Resources.APPLICATION, "tasklist", Permissions.ACCESS);
        everybody(Resources.APPLICATION, "welcome", Permissions.ACCESS);

        for (String process : List.of("rectification", "experience"))
            grant(Roles.CENTER, Resources.PROCESS_DEFINITION, process, Permissions.READ, Permissions.CREATE_INSTANCE);
        for (String process : List.of("recruitment", "application")) {
            grant(
                    Roles.CENTER,
                    Resources.PROCESS_DEFINITION,
                    process,
                    Permissions.READ,
                    Permissions.CREATE_INSTANCE,
                    Permissions.READ_TASK,
                    ProcessDefinitionPermissions.READ_TASK_VARIABLE);
            grant(
                    Roles.LEADER,
                    Resources.PROCESS_DEFINITION,
                    process,
                    Permissions.READ_TASK,
                    ProcessDefinitionPermissions.READ_TASK_VARIABLE);
        }
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
    public void user(String id, String familyName, String givenName, String email, String password, String... groups) {
        if (identity.createUserQuery().userId(id).count() > 0) return;
        User user = identity.newUser(id);
        user.setLastName(familyName);
        user.setFirstName(givenName);
        user.setEmail(email);
        user.setPassword(password);
        identity.saveUser(user);
        for (String group : groups) identity.createMembership(id, group);
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

    /** Adds to what the group may do already. */
    void extend(String group, Resource resource, String id, Permission... permissions) {
        Authorization known = granted(group, resource, id);
        save(known == null ? newGrant(group) : known, resource, id, permissions);
    }

    /** With everything of the resource: this, and no more than this, whatever an older version granted. */
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
