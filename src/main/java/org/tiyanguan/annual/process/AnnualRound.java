package org.tiyanguan.annual.process;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tiyanguan.annual.OpeningSummaries;
import org.tiyanguan.engine.ForModels;

/** What {@code annual-round.bpmn} calls on December's mornings; one that was missed is made up for by the next. */
@ForModels
@Component("annualRound")
@Transactional
public class AnnualRound {

    private final OpeningSummaries opening;

    AnnualRound(OpeningSummaries opening) {
        this.opening = opening;
    }

    /** Whether the first working day of December has come, and the year has no summary yet. */
    public boolean isDue() {
        return opening.isDue();
    }

    /** Opens it, unless somebody was faster. */
    public void open() {
        opening.byCalendar();
    }
}
