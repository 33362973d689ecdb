package org.tiyanguan.engine;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Indexes for the engine's search for jobs that are due: each node asks every few seconds, and the table holds all
 * deadlines to come. The engine makes none for it, and makes its tables after our migrations have run.
 */
@Component
class DueJobs extends AbstractProcessEnginePlugin {

    private final JdbcClient jdbc;

    DueJobs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
        jdbc.sql("create index if not exists job_by_due_date on act_ru_job (duedate_)")
                .update();
        // It also leaves out cases of which a job is being done.
        jdbc.sql("create index if not exists job_by_lock on act_ru_job (lock_exp_time_)")
                .update();
    }
}
