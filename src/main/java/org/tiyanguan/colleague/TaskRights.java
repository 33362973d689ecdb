package org.tiyanguan.colleague;

import java.util.List;
import org.tiyanguan.engine.CaseTask;
import org.tiyanguan.security.CurrentUser;
import org.tiyanguan.security.Roles;

/** How a person stands to an open task, and so what they may do about it; the panel asks it too. */
record TaskRights(CaseTask task, String user, List<String> groups, boolean deputy) {

    static TaskRights of(CaseTask task, CurrentUser user) {
        return new TaskRights(task, user.id().orElseThrow(), user.groups(), user.actsFor(task.assignee()));
    }

    /** Whether it is the person's own business or their group's. */
    public boolean isInvolved() {
        return isHolder() || isOwner() || task.groups().stream().anyMatch(groups::contains);
    }

    /** Whether anybody shares it: a task of one person alone cannot be passed on. */
    public boolean isShared() {
        return task.groups().stream().anyMatch(groups::contains);
    }

    public boolean isHolder() {
        return user.equals(task.assignee());
    }

    /** Whether the user acts for its holder, who is away. */
    public boolean mayTakeOver() {
        return deputy && isShared() && !task.delegated();
    }

    public boolean mayHandOver() {
        return isShared() && !task.delegated() && (isHolder() || task.assignee() == null || isHead());
    }

    public boolean mayDelegate() {
        return isShared() && !task.delegated() && (isHolder() || task.assignee() == null);
    }

    public boolean mayLayBack() {
        return isShared() && !task.delegated() && isHolder();
    }

    public boolean mayGiveBack() {
        return task.delegated() && isHolder();
    }

    /** The owner or the head calls a delegated task back. */
    public boolean mayTakeBack() {
        return task.delegated() && !isHolder() && (isOwner() || isHead());
    }

    /** Whether one may ask for opinions and send copies. */
    public boolean mayConsult() {
        return isShared() && (isHolder() || isOwner() || task.assignee() == null || isHead());
    }

    /** The group among whose members it stays. */
    String group() {
        return task.groups().stream()
                .filter(groups::contains)
                .findFirst()
                .orElseGet(() -> task.groups().get(0));
    }

    private boolean isOwner() {
        return user.equals(task.owner());
    }

    private boolean isHead() {
        return task.groups().stream()
                .filter(Roles::isDepartment)
                .map(group -> Roles.departmentHead(Roles.departmentCode(group)))
                .anyMatch(groups::contains);
    }
}
