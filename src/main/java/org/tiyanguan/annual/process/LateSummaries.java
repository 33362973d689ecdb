package org.tiyanguan.annual.process;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.tiyanguan.annual.AnnualTexts;
import org.tiyanguan.annual.Summaries;
import org.tiyanguan.chase.Due;
import org.tiyanguan.chase.DueElsewhere;
import org.tiyanguan.engine.CaseTask;
import org.tiyanguan.security.Roles;

/** In the leader's digest, the reports that are not out in time; their tasks are listed as all others. */
@Component
class LateSummaries implements DueElsewhere {

    private final Summaries summaries;
    private final AnnualTexts texts;

    LateSummaries(Summaries summaries, AnnualTexts texts) {
        this.summaries = summaries;
        this.texts = texts;
    }

    @Override
    public List<Due> due(LocalDateTime until) {
        return summaries.late().stream()
                .map(one -> new Due(
                        one.number(),
                        texts.of("late", one.summaryYear()),
                        List.of(Roles.LEADER),
                        null,
                        Objects.requireNonNull(one.lateSince(), "late")))
                .toList();
    }

    @Override
    public boolean covers(CaseTask task) {
        return false;
    }
}
