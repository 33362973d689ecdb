package org.tiyanguan.colleague;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which open tasks deputies took over from whom, and by the right of which groups they acted in which cases. */
@Component
class DeputyTasks {

    record Taken(String taskId, String absent) {}

    private final JdbcClient jdbc;

    DeputyTasks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void take(String task, String absent) {
        forget(task);
        jdbc.sql("insert into deputy_task (task_id, absent) values (:task, :absent)")
                .param("task", task)
                .param("absent", absent)
                .update();
    }

    /** Whose the task was; empty for one that no deputy took over. */
    Optional<String> absent(String task) {
        return jdbc.sql("select absent from deputy_task where task_id = :task")
                .param("task", task)
                .query(String.class)
                .optional();
    }

    List<Taken> all() {
        return jdbc.sql("select task_id, absent from deputy_task order by task_id")
                .query(Taken.class)
                .list();
    }

    void forget(String task) {
        jdbc.sql("delete from deputy_task where task_id = :task")
                .param("task", task)
                .update();
    }

    void acted(String number, String account, String group) {
        if (!actedBy(number, account).contains(group))
            jdbc.sql("insert into deputy_act (number, account, role_group) values (:number, :account, :group)")
                    .param("number", number)
                    .param("account", account)
                    .param("group", group)
                    .update();
    }

    /** The groups by whose right the account acted in the case for somebody who was away. */
    Collection<String> actedBy(String number, String account) {
        return jdbc.sql("select role_group from deputy_act where number = :number and account = :account")
                .param("number", number)
                .param("account", account)
                .query(String.class)
                .list();
    }
}
