package org.tiyanguan.chase;

import java.time.Clock;
import java.time.LocalDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tiyanguan.engine.CaseTask;

/** Of which tasks people were told at which stage: once, unless the due date moves. */
@Component
class Told {

    /** How a task stands to its due date. */
    enum Stage {
        SOON,
        OVERDUE
    }

    private final JdbcClient jdbc;
    private final Clock clock;

    Told(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    boolean knows(CaseTask task, Stage stage) {
        return jdbc.sql("select count(*) from task_told where task = :task and stage = :stage and due = :due")
                        .param("task", task.id())
                        .param("stage", stage.name())
                        .param("due", task.due())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    void note(CaseTask task, Stage stage) {
        jdbc.sql("insert into task_told (task, stage, due, told_at) values (:task, :stage, :due, :now)")
                .param("task", task.id())
                .param("stage", stage.name())
                .param("due", task.due())
                .param("now", LocalDateTime.now(clock))
                .update();
    }

    /** What was told so long ago, be it of a task that still waits. */
    void forgetBefore(LocalDateTime time) {
        jdbc.sql("delete from task_told where told_at < :time")
                .param("time", time)
                .update();
    }
}
