package org.tiyanguan.annual;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Map;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tiyanguan.annual.CorrectionDiagram.Message;
import org.tiyanguan.annual.CorrectionDiagram.Variable;
import org.tiyanguan.colleague.CaseSteps;
import org.tiyanguan.engine.CaseMessages;

/** Begins a correction (勘误) of a report that is out: its next version, which the leader approves like the first. */
@Component
@Transactional
public class Corrections {

    private static final int LONGEST_REASON = 500;

    private final Summaries summaries;
    private final Versions versions;
    private final FrozenFigures figures;
    private final ReportTexts reports;
    private final PublicWords words;
    private final CaseSteps history;
    private final CaseMessages cases;
    private final AnnualTexts texts;
    private final Clock clock;

    Corrections(
            Summaries summaries,
            Versions versions,
            FrozenFigures figures,
            ReportTexts reports,
            PublicWords words,
            CaseSteps history,
            CaseMessages cases,
            AnnualTexts texts,
            Clock clock) {
        this.summaries = summaries;
        this.versions = versions;
        this.figures = figures;
        this.reports = reports;
        this.words = words;
        this.history = history;
        this.cases = cases;
        this.texts = texts;
        this.clock = clock;
    }

    /**
     * @param reason which the public reads
     * @param recount whether the figures are counted again, or stay
     */
    public void ask(String number, String reason, boolean recount) {
        Summary summary = summaries.summary(number);
        Version issued = versions.issued(number).orElseThrow(() -> texts.refusal(null, "not-issued"));
        String why = texts.length("reason", reason, 5, LONGEST_REASON);
        words.check(summary.summaryYear(), "reason", why);
        if (!versions.newest(number).isIssued()) throw texts.refusal(null, "correcting");
        int next = versions.of(number).get(0).version() + 1;
        try {
            versions.add(number, next, why, recount ? LocalDateTime.now(clock) : issued.frozenAt());
        } catch (DuplicateKeyException e) {
            // Somebody else was a moment faster.
            throw texts.refusal(null, "correcting");
        }
        if (recount) figures.freeze(number, next, summary.summaryYear());
        else figures.copy(number, issued.version(), next);
        reports.copy(issued, versions.newest(number));
        history.add(number, "CORRECT", why);
        cases.startWith(Message.CORRECTION_ASKED, number, Map.of(Variable.SUMMARY_NUMBER, number));
    }
}
