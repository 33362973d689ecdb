package org.tiyanguan.engine;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** The engine's figures for monitoring, counted when they are asked for. */
@Component
class EngineMeters implements MeterBinder {

    private final ManagementService management;
    private final RuntimeService runtime;

    EngineMeters(ManagementService management, RuntimeService runtime) {
        this.management = management;
        this.runtime = runtime;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder(
                        "tiyanguan.engine.jobs.due",
                        () -> management.createJobQuery().executable().count())
                .description("Jobs and timers whose time has come and that have not run yet")
                .register(registry);
        Gauge.builder(
                        "tiyanguan.engine.jobs.failed",
                        () -> management.createJobQuery().noRetriesLeft().count())
                .description("Jobs that failed for good and wait for an administrator")
                .register(registry);
        Gauge.builder(
                        "tiyanguan.engine.incidents",
                        () -> runtime.createIncidentQuery().count())
                .description("Open incidents")
                .register(registry);
        Gauge.builder(
                        "tiyanguan.engine.cases",
                        () -> runtime.createProcessInstanceQuery()
                                .rootProcessInstances()
                                .count())
                .description("Running process instances")
                .register(registry);
    }
}
