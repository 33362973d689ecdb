package org.tiyanguan.start;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints a refusal as a sentence instead of a stack trace. */
class StartRefusalAnalyzer extends AbstractFailureAnalyzer<StartRefusal> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, StartRefusal refusal) {
        return new FailureAnalysis(refusal.getMessage(), null, refusal);
    }
}
