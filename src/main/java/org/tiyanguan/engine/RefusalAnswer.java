package org.tiyanguan.engine;

import java.util.List;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.stereotype.Component;

/**
 * Turns a {@link Refusal} from inside a process step, which the engine wraps in its own exceptions, into a bad request
 * with the plain sentence: the REST interfaces answer HTTP 400 and Tasklist shows it. The refusal stays the cause.
 */
@Component
class RefusalAnswer extends AbstractProcessEnginePlugin {

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setCustomPreCommandInterceptorsTxRequired(List.of(new Interceptor()));
        engine.setCustomPreCommandInterceptorsTxRequiresNew(List.of(new Interceptor()));
    }

    private static class Interceptor extends CommandInterceptor {

        @Override
        public <T> T execute(Command<T> command) {
            try {
                return next.execute(command);
            } catch (RuntimeException e) {
                Refusal refusal = Refusal.in(e);
                if (refusal == null || e instanceof BadUserRequestException) throw e;
                throw new BadUserRequestException(refusal.getMessage(), refusal);
            }
        }
    }
}
