package org.tiyanguan.engine;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngines;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.rest.exception.ExceptionHandlerHelper;
import org.jspecify.annotations.Nullable;

/**
 * What the engine's REST resources stumble over, between two of their questions, in a task that somebody ended
 * meanwhile: whatever they throw, the answer is that somebody was faster. All else is answered as they do.
 */
public class GoneTask implements ExceptionMapper<RuntimeException> {

    private static final Pattern A_TASK = Pattern.compile("^/?(?:engine/[^/]+/)?task/([^/]+)(?:/.*)?$");

    @Context
    @Nullable
    UriInfo asked;

    @Override
    public Response toResponse(RuntimeException thrown) {
        Matcher task = A_TASK.matcher(asked == null ? "" : asked.getPath());
        if (task.matches() && isGone(task.group(1)))
            try {
                // The sentence is RefusalAnswer's, as for everything that fails in a command.
                return configuration().getCommandExecutorTxRequired().execute(context -> {
                    throw new OptimisticLockingException("The task ended meanwhile", thrown);
                });
            } catch (WebApplicationException answer) {
                return answer.getResponse();
            }
        return ExceptionHandlerHelper.getInstance().getResponse(thrown);
    }

    private static boolean isGone(String task) {
        return configuration()
                .getCommandExecutorTxRequired()
                .execute(context -> context.runWithoutAuthorization(
                        () -> context.getTaskManager().findTaskById(task) == null));
    }

    private static ProcessEngineConfigurationImpl configuration() {
        return (ProcessEngineConfigurationImpl)
                ProcessEngines.getDefaultProcessEngine().getProcessEngineConfiguration();
    }
}
