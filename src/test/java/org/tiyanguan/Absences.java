package org.tiyanguan;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.springframework.stereotype.Component;
import org.tiyanguan.security.Accounts;

/** Lets people leave in tests, and come back. */
@Component
public class Absences {

    private final IdentityService identity;
    private final Accounts accounts;
    private final Deque<Runnable> returns = new ArrayDeque<>();

    Absences(IdentityService identity, Accounts accounts) {
        this.identity = identity;
        this.accounts = accounts;
    }

    public void everybodyLeaves(String group) {
        identity.createUserQuery().memberOfGroup(group).list().forEach(member -> leaves(member.getId(), group));
    }

    public void leaves(String user, String group) {
        identity.deleteMembership(user, group);
        returns.push(() -> identity.createMembership(user, group));
    }

    public void accountIsDeleted(String id) {
        User user = identity.createUserQuery().userId(id).singleResult();
        List<Group> groups = identity.createGroupQuery().groupMember(id).list();
        identity.deleteUser(id);
        returns.push(() -> accounts.user(
                id,
                user.getLastName(),
                user.getFirstName(),
                user.getEmail(),
                "Demo#2026",
                groups.stream().map(Group::getId).toArray(String[]::new)));
    }

    public void allReturn() {
        while (!returns.isEmpty()) returns.pop().run();
    }
}
