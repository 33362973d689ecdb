package org.tiyanguan.engine;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Component;
import org.tiyanguan.core.ReadOnce;
import org.tiyanguan.core.Refusal;

/**
 * Lets a job try an act that may be refused. Calls of the engine within a job share what the job has changed so far and
 * write it when the job ends, whatever was caught in between; here they have a transaction and a memory of their own,
 * and a refused act leaves nothing behind.
 */
@Component
public class OwnTransaction {

    private final ProcessEngineConfigurationImpl configuration;
    private final ReadOnce once;

    OwnTransaction(ProcessEngine engine, ReadOnce once) {
        this.configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        this.once = once;
    }

    /** Committed when it returns, even if the caller's transaction fails later. Throws a {@link Refusal} as it is. */
    public void run(Runnable act) {
        Refusal.plainly(() -> configuration.getCommandExecutorTxRequiresNew().execute(context -> {
            act.run();
            return null;
        }));
        once.forgetAll();
    }
}
