package org.tiyanguan.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.ibatis.mapping.BoundSql;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.db.ListQueryParameterObject;
import org.camunda.bpm.engine.impl.persistence.entity.JobManager;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.tiyanguan.IntegrationTest;

/** How PostgreSQL carries out the engine's own statement, as it is made for our settings. */
@IntegrationTest
class DueJobsTest {

    private static final int BITE = 6;

    @Autowired
    ProcessEngine engine;

    @Autowired
    JdbcTemplate jdbc;

    @Test
    void the_search_for_due_jobs_does_not_read_the_deadlines_to_come() {
        jdbc.update("""
                insert into act_ru_job (id_, rev_, type_, exclusive_, retries_, suspension_state_, priority_, duedate_, process_instance_id_)
                select 'to-come-' || n, 1, 'timer', true, 3, 1, 0, now() + n * interval '1 minute', 'case-' || n / 4
                from generate_series(60, 20059) n""");
        // As many due at once make the planner look for those under way in another manner than a few.
        jdbc.update("""
                insert into act_ru_job (id_, rev_, type_, exclusive_, retries_, suspension_state_, priority_, duedate_, process_instance_id_)
                select 'due-' || n, 1, 'timer', true, 3, 1, 0, now() - n * interval '1 second', 'due-case-' || n
                from generate_series(1, 60) n""");
        jdbc.execute("analyze act_ru_job");

        assertThat(plan(search())).contains("on job_by_due_date").doesNotContain("Seq Scan");
    }

    private BoundSql search() {
        ProcessEngineConfigurationImpl configuration =
                (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        Map<String, Object> settings = new HashMap<>();
        settings.put("now", new Date());
        settings.put("alwaysSetDueDate", configuration.isEnsureJobDueDateNotNull());
        settings.put("deploymentAware", configuration.isJobExecutorDeploymentAware());
        settings.put("jobPriorityMin", null);
        settings.put("jobPriorityMax", null);
        settings.put("historyCleanupEnabled", configuration.isHistoryCleanupEnabled());
        settings.put(
                "orderingProperties",
                configuration.isJobExecutorAcquireByPriority()
                        ? List.of(JobManager.JOB_PRIORITY_ORDERING_PROPERTY)
                        : List.of());
        settings.put("applyOrdering", configuration.isJobExecutorAcquireByPriority());
        settings.put("applyExclusiveOverProcessHierarchies", false);
        return configuration
                .getSqlSessionFactory()
                .getConfiguration()
                .getMappedStatement("selectNextJobsToExecute")
                .getBoundSql(new ListQueryParameterObject(settings, 0, BITE));
    }

    private String plan(BoundSql statement) {
        Object[] values = statement.getParameterMappings().stream()
                .map(parameter -> switch (parameter.getProperty()) {
                    case "maxResults" -> BITE;
                    case "firstResult" -> 0;
                    default -> new Timestamp(System.currentTimeMillis());
                })
                .toArray();
        return String.join("\n", jdbc.queryForList("explain " + statement.getSql(), String.class, values));
    }
}
