package org.tiyanguan.engine;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.stereotype.Component;

/**
 * Turns a {@link Refusal} from inside a process step, which the engine wraps in its own exceptions, into an answer with
 * HTTP 400 and the plain sentence, as the REST interfaces give and Tasklist shows it. The engine's REST resources would
 * make an error 500 of any other exception. The refusal stays the cause.
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
                if (refusal == null || e instanceof WebApplicationException) throw e;
                throw new WebApplicationException(refusal.getMessage(), refusal, answer(refusal));
            }
        }

        /** Shaped as the engine's own errors are. */
        private static Response answer(Refusal refusal) {
            return Response.status(Response.Status.BAD_REQUEST)
                    .type(MediaType.APPLICATION_JSON)
                    .entity(Map.of("type", "Refusal", "message", refusal.getMessage(), "errors", refusal.faults()))
                    .build();
        }
    }
}
