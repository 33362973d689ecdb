package org.tiyanguan.engine;

import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.DefaultJobRetryCmd;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.impl.juel.jakarta.el.MethodNotFoundException;
import org.camunda.bpm.impl.juel.jakarta.el.PropertyNotFoundException;
import org.springframework.stereotype.Component;

/**
 * What a job that failed, and its incident, tell designers: which step, which faults and where in the program, but none
 * of the words by which databases, mail servers and our own rules quote what they worked on. The log has it whole.
 */
@Component
class JobFaults extends AbstractProcessEnginePlugin {

    /** They speak of the model, or of a host that does not answer. */
    private static final Set<Class<?>> QUOTE_NOTHING = Set.of(
            PropertyNotFoundException.class,
            MethodNotFoundException.class,
            ConnectException.class,
            UnknownHostException.class,
            SocketTimeoutException.class);

    /** Of all others' words: what stands in the model, and by which the engine's manual explains its faults. */
    private static final Pattern KNOWN = Pattern.compile("(?<=expression: )[$#]\\{[^}]*}|ENGINE-\\d{5}");

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setFailedJobCommandFactory(Retry::new);
    }

    private static class Retry extends DefaultJobRetryCmd {

        Retry(String job, Throwable fault) {
            super(job, fault);
        }

        @Override
        protected void logException(JobEntity job) {
            if (exception == null) return;
            job.setExceptionMessage(message(exception));
            job.setExceptionStacktrace(trace(exception));
        }
    }

    /** From the outside in, a line of kinds of faults, each with its words if they quote nothing. */
    static String message(Throwable fault) {
        StringBuilder text = new StringBuilder(line(fault));
        for (Throwable cause = fault.getCause(); cause != null; cause = cause.getCause())
            text.append(" ← ").append(line(cause));
        return text.toString();
    }

    static String trace(Throwable fault) {
        StringBuilder text = new StringBuilder();
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            text.append(cause == fault ? "" : "Caused by: ").append(line(cause)).append('\n');
            for (StackTraceElement frame : cause.getStackTrace())
                text.append("\tat ").append(frame).append('\n');
        }
        return text.toString();
    }

    private static String line(Throwable fault) {
        String kind = fault.getClass().getSimpleName();
        if (fault.getMessage() == null) return kind;
        if (QUOTE_NOTHING.contains(fault.getClass()) || fault instanceof QuotesNothing)
            return kind + ": " + fault.getMessage();
        Matcher known = KNOWN.matcher(fault.getMessage());
        return known.find() ? kind + ": " + known.group() : kind;
    }
}
