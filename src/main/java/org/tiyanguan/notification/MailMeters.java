package org.tiyanguan.notification;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** The mails' figures for monitoring, counted when they are asked for. */
@Component
class MailMeters implements MeterBinder {

    private final ManagementService management;
    private final RuntimeService runtime;

    MailMeters(ManagementService management, RuntimeService runtime) {
        this.management = management;
        this.runtime = runtime;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder(
                        "tiyanguan.mails.waiting",
                        () -> runtime.createProcessInstanceQuery()
                                .processDefinitionKey(NoticeDiagram.KEY)
                                .count())
                .description("Jobs that mail what one act told people and are not done yet, failed ones included")
                .register(registry);
        Gauge.builder(
                        "tiyanguan.mails.failed",
                        () -> management
                                .createJobQuery()
                                .processDefinitionKey(NoticeDiagram.KEY)
                                .noRetriesLeft()
                                .count())
                .description("Such jobs that failed for good and wait for an administrator")
                .register(registry);
    }
}
