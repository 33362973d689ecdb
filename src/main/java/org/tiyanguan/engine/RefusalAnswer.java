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
import org.camunda.bpm.engine.rest.impl.CamundaRestResources;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.tiyanguan.core.Refusal;
import org.tiyanguan.core.Texts;

/**
 * Turns a {@link Refusal} from inside a process step, which the engine wraps in its own exceptions, into an answer with
 * HTTP 400 (or what it says) and the plain sentence, as the REST interfaces give and Tasklist shows it, and a
 * {@link RequestFault} into one with its own status. The engine's REST resources would make an error 500 of any other
 * exception. What was thrown stays the cause.
 */
@Component
class RefusalAnswer extends AbstractProcessEnginePlugin {

    private final Texts texts;

    RefusalAnswer(Texts texts) {
        this.texts = texts;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        // Read by each of the applications that the resources belong to: our page of tasks, Cockpit, plain REST.
        CamundaRestResources.getConfigurationClasses().add(GoneTask.class);
        engine.setCustomPreCommandInterceptorsTxRequired(List.of(new Interceptor()));
        engine.setCustomPreCommandInterceptorsTxRequiresNew(List.of(new Interceptor()));
    }

    private class Interceptor extends CommandInterceptor {

        @Override
        public <T> T execute(Command<T> command) {
            try {
                return next.execute(command);
            } catch (RuntimeException e) {
                if (e instanceof WebApplicationException) throw e;
                Refusal refusal = Refusal.in(e);
                if (refusal != null) throw new WebApplicationException(refusal.getMessage(), refusal, answer(refusal));
                // A job that collides is tried again, which the engine tells by its own exception.
                if (RequestContextHolder.getRequestAttributes() == null) throw e;
                RequestFault fault = RequestFault.in(e).orElseThrow(() -> e);
                throw new WebApplicationException(e.getMessage(), e, answer(fault));
            }
        }

        private Response answer(RequestFault fault) {
            String sentence = texts.of(fault.key());
            return Response.status(fault.status())
                    .type(MediaType.APPLICATION_JSON)
                    .entity(Map.of("type", "RequestFault", "message", sentence))
                    .build();
        }

        /** Shaped as the engine's own errors are. */
        private Response answer(Refusal refusal) {
            return Response.status(refusal.status())
                    .type(MediaType.APPLICATION_JSON)
                    .entity(Map.of("type", "Refusal", "message", refusal.getMessage(), "errors", refusal.faults()))
                    .build();
        }
    }
}
