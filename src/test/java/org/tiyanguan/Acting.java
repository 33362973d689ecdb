package org.tiyanguan;

import java.util.concurrent.Callable;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Lets a test act as a user, as somebody who has logged in does. */
@Component
public class Acting {

    private final IdentityService identity;

    Acting(IdentityService identity) {
        this.identity = identity;
    }

    public <T> T as(String user, Callable<T> act) {
        var authorities = identity.createGroupQuery().groupMember(user).list().stream()
                .map(Group::getId)
                .map(SimpleGrantedAuthority::new)
                .toList();
        var before = SecurityContextHolder.getContext().getAuthentication();
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(user, null, authorities));
        try {
            return act.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            SecurityContextHolder.getContext().setAuthentication(before);
        }
    }

    /** Makes the user unless there is one of that name, with an e-mail address. */
    public void user(String id, String familyName, String givenName, String... groups) {
        if (identity.createUserQuery().userId(id).count() == 0) {
            User user = identity.newUser(id);
            user.setLastName(familyName);
            user.setFirstName(givenName);
            user.setEmail(id + "@example.org");
            user.setPassword("Demo#2026");
            identity.saveUser(user);
        }
        for (String group : groups)
            if (identity.createUserQuery().userId(id).memberOfGroup(group).count() == 0)
                identity.createMembership(id, group);
    }

    public void group(String id, String type, String name) {
        if (identity.createGroupQuery().groupId(id).count() > 0) return;
        Group group = identity.newGroup(id);
        group.setName(name);
        group.setType(type);
        identity.saveGroup(group);
    }
}
