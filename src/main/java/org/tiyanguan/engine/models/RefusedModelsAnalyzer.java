package org.tiyanguan.engine.models;

import java.util.ResourceBundle;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.tiyanguan.core.Refusal;

/** Prints, instead of a stack trace, the lines of the models that were refused at the start. */
class RefusedModelsAnalyzer extends AbstractFailureAnalyzer<Refusal> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, Refusal refusal) {
        String title = ResourceBundle.getBundle("messages/start").getString("refused.models");
        return new FailureAnalysis(title + "\n" + refusal.getMessage(), null, refusal);
    }
}
