package org.tiyanguan.recruitment.staff;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tiyanguan.engine.CaseTasks;
import org.tiyanguan.security.CurrentUser;

/** The task of a call or an application that waits for the user, by its id. */
@Component
class OwnTask {

    private final CaseTasks tasks;
    private final CurrentUser user;

    OwnTask(CaseTasks tasks, CurrentUser user) {
        this.tasks = tasks;
        this.user = user;
    }

    Optional<String> of(String number) {
        return user.id().flatMap(id -> tasks.mostUrgentOf(number, id, user.groups()));
    }
}
