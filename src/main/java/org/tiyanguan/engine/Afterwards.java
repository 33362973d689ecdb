package org.tiyanguan.engine;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What the program does by itself after somebody's act, each in a transaction of its own: what goes wrong does not undo
 * the act, nor keep the program from the next.
 */
@Component
public class Afterwards {

    private static final Logger LOG = LoggerFactory.getLogger(Afterwards.class);

    /** Somebody may act on the same case meanwhile. */
    private static final int TRIES = 3;

    private final AsProgram program;
    private final TransactionTemplate own;

    Afterwards(AsProgram program, PlatformTransactionManager transactions) {
        this.program = program;
        this.own = new TransactionTemplate(transactions);
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** @param what for the log */
    public void run(String what, Runnable act) {
        for (int attempt = 1; ; attempt++)
            try {
                program.run(() -> own.executeWithoutResult(status -> act.run()));
                return;
            } catch (RuntimeException e) {
                if (attempt < TRIES && RequestFault.OVERTAKEN.isIn(e)) continue;
                LOG.error("Failed afterwards: {}", what, e);
                return;
            }
    }
}
