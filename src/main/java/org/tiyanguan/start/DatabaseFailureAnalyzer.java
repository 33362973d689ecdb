package org.tiyanguan.start;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.env.Environment;

/** Says in a sentence that the database cannot be reached, or that its file is in use. */
class DatabaseFailureAnalyzer extends AbstractFailureAnalyzer<SQLException> {

    /** H2's DATABASE_ALREADY_OPEN_1. */
    private static final String FILE_IN_USE = "90020";

    private final Environment environment;

    DatabaseFailureAnalyzer(Environment environment) {
        this.environment = environment;
    }

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, SQLException found) {
        SQLException cause = deepest(found);
        String state = cause.getSQLState() == null ? "" : cause.getSQLState();
        if (state.equals(FILE_IN_USE)) return sentence(found, "refused.database-locked", url());
        if (isAboutConnecting(state)) return sentence(found, "refused.database-unreachable", url(), firstLine(cause));
        return null;
    }

    /** Connection exceptions, wrong user or password, no such database: SQL:2016 classes 08, 28 and 3D. */
    private static boolean isAboutConnecting(String state) {
        return state.startsWith("08") || state.startsWith("28") || state.startsWith("3D");
    }

    /** Without its parameters, which may hold a password. */
    private String url() {
        return environment.getProperty("spring.datasource.url", "").split("[?;]", 2)[0];
    }

    private static SQLException deepest(SQLException exception) {
        SQLException deepest = exception;
        for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) deepest = sql;
        }
        return deepest;
    }

    private static String firstLine(Throwable cause) {
        return String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    }

    private static FailureAnalysis sentence(Throwable cause, String key, Object... facts) {
        return new FailureAnalysis(StartTexts.text(key, facts), null, cause);
    }
}
