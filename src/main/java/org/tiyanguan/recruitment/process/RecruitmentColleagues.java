package org.tiyanguan.recruitment.process;

import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tiyanguan.colleague.Cooperation;
import org.tiyanguan.colleague.CooperationNotices;
import org.tiyanguan.colleague.CooperationTexts;
import org.tiyanguan.recruitment.ApplicationDiagram;
import org.tiyanguan.recruitment.CallDiagram;
import org.tiyanguan.recruitment.RecruitmentHistory;
import org.tiyanguan.recruitment.RecruitmentHistory.Step;

/** What colleagues do about the tasks of recruitment stands in the history, and whom it concerns is told. */
@Component
@Transactional
class RecruitmentColleagues {

    private static final Set<String> PROCESSES = Set.of(CallDiagram.KEY, ApplicationDiagram.KEY);

    private final RecruitmentHistory history;
    private final CooperationNotices notices;
    private final CooperationTexts said;

    RecruitmentColleagues(RecruitmentHistory history, CooperationNotices notices, CooperationTexts said) {
        this.history = history;
        this.notices = notices;
        this.said = said;
    }

    @EventListener
    void on(Cooperation act) {
        String number = act.task().number();
        if (number == null || !PROCESSES.contains(act.task().process())) return;
        history.record(number, Step.valueOf(act.kind().name()), said.of(act));
        notices.tell(act, null);
    }
}
