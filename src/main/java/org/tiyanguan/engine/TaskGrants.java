package org.tiyanguan.engine;

import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What the engine lets people do with single tasks, as they have them or had. It ends in the transaction in which
 * somebody leaves a group, whatever becomes of the task afterwards.
 */
@Component
public class TaskGrants {

    private final JdbcClient jdbc;

    TaskGrants(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Ends what they may do with tasks that are for groups, none of which is theirs any more. */
    @EventListener
    void on(Departure left) {
        if (left.people().isEmpty()) return;
        jdbc.sql("""
                        delete from act_ru_authorization
                        where resource_type_ = 7 and user_id_ in (:people)
                        and exists (
                            select 1 from act_ru_identitylink l
                            where l.task_id_ = resource_id_ and l.type_ = 'candidate' and l.group_id_ is not null)
                        and not exists (
                            select 1 from act_ru_identitylink l join act_id_membership m on m.group_id_ = l.group_id_
                            where l.task_id_ = resource_id_ and l.type_ = 'candidate'
                            and m.user_id_ = act_ru_authorization.user_id_ and m.group_id_ not in (:groups))""")
                .param("people", left.people())
                .param("groups", left.groups().isEmpty() ? Set.of("") : left.groups())
                .update();
    }

    /** Ends what somebody may do with tasks that are for nobody else. */
    public void endAlone(String user) {
        jdbc.sql("""
                        delete from act_ru_authorization
                        where resource_type_ = 7 and user_id_ = :user
                        and exists (select 1 from act_ru_task t where t.id_ = resource_id_)
                        and not exists (
                            select 1 from act_ru_identitylink l
                            where l.task_id_ = resource_id_ and l.type_ = 'candidate' and l.group_id_ is not null)""").param("user", user).update();
    }

    /** Ends what somebody may do with one task. */
    public void end(String user, String taskId) {
        jdbc.sql(
                        "delete from act_ru_authorization where resource_type_ = 7 and user_id_ = :user and resource_id_ = :task")
                .param("user", user)
                .param("task", taskId)
                .update();
    }
}
