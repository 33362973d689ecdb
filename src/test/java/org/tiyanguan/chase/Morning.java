package org.tiyanguan.chase;

import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;

/** Nine o'clock in tests. */
public final class Morning {

    private Morning() {}

    /** Sends the lists, and chases each task in its job. */
    public static void begin(RuntimeService runtime, ManagementService management) {
        runtime.startProcessInstanceByKey("overdue-digest");
        chase(management);
    }

    public static void chase(ManagementService management) {
        jobs(management).forEach(job -> management.executeJob(job.getId()));
    }

    static List<Job> jobs(ManagementService management) {
        return management
                .createJobQuery()
                .processDefinitionKey("overdue-digest")
                .messages()
                .list();
    }
}
