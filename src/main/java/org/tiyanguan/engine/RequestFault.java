package org.tiyanguan.engine;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.springframework.dao.ConcurrencyFailureException;

/**
 * What fails in the database although the program is right, because of what was asked or when. It is answered with a
 * 4xx status and a sentence: {@code fault.<name>} of the messages.
 */
public enum RequestFault {
    /** Somebody else acted on the same case at the same time, or just before. */
    OVERTAKEN(409),

    /**
     * No column takes it: a NUL, a text too long, a date out of all range. Forms and pages refuse most of it earlier.
     */
    UNSTORABLE(400);

    /**
     * Serialization failure, deadlock, lock not available; H2's lock timeout (SQL:2016 and the two databases' own). And
     * what is there already: whoever minds has looked before, and somebody else came in between.
     */
    private static final Set<String> COLLIDED = Set.of("40001", "40P01", "55P03", "HYT00", "23505");

    /** Too long, number or date out of range, no date, not of the character set. */
    private static final Set<String> NOT_TAKEN = Set.of("22001", "22003", "22007", "22008", "22021");

    /** Or it does not find how far the several are of which the task was one, or where the case stands. */
    private static final Pattern NO_TASK = Pattern.compile(
            "\\b[Tt]ask\\b.*: task is null$|^No task found for taskId|^The variable \"nrOf\\w+\" could not be found in execution"
                    + "|^Cannot restore state of process instance .*: list of executions is empty");

    private static final Pattern GONE =
            Pattern.compile("^Cannot invoke \"org\\.camunda\\..*because \"(execution|processInstance|task)\" is null$");

    /** The engine's tree of where a case stands: it is whole, unless somebody took it away while it was read. */
    private static final Pattern TREE =
            Pattern.compile("^org\\.camunda\\.bpm\\.engine\\.impl\\.(pvm\\.runtime|tree)\\.");

    private final int status;

    RequestFault(int status) {
        this.status = status;
    }

    /** The HTTP status that answers it. */
    public int status() {
        return status;
    }

    /** The key of its sentence. */
    public String key() {
        return "fault." + name();
    }

    /** Whether it is this, itself or by one of its causes. */
    public boolean isIn(Throwable thrown) {
        return in(thrown).filter(this::equals).isPresent();
    }

    /** The first that the exception or one of its causes stands for. */
    public static Optional<RequestFault> in(Throwable thrown) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (isCollision(t)) return Optional.of(OVERTAKEN);
            if (t instanceof SQLException sql && NOT_TAKEN.contains(state(sql))) return Optional.of(UNSTORABLE);
        }
        return Optional.empty();
    }

    private static boolean isCollision(Throwable t) {
        return t instanceof OptimisticLockingException
                || t instanceof TaskAlreadyClaimedException
                || t instanceof ConcurrencyFailureException
                // The engine says so, in several ways, of a task that was done or ended meanwhile.
                || t instanceof ProcessEngineException
                        && NO_TASK.matcher(String.valueOf(t.getMessage())).find()
                // It has found the task, and then not where the task stood.
                || t instanceof NullPointerException
                        && (GONE.matcher(String.valueOf(t.getMessage())).find() || isInTree(t))
                || t instanceof SQLException sql && COLLIDED.contains(state(sql));
    }

    /** A trace may have been left out, of what was thrown very often. */
    private static boolean isInTree(Throwable t) {
        return Arrays.stream(t.getStackTrace())
                .limit(1)
                .anyMatch(at -> TREE.matcher(at.getClassName()).find());
    }

    private static String state(SQLException sql) {
        return String.valueOf(sql.getSQLState());
    }
}
