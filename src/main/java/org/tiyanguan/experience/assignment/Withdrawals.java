package org.tiyanguan.experience.assignment;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tiyanguan.engine.CaseMessages;
import org.tiyanguan.experience.Assignments;
import org.tiyanguan.experience.ExperienceDiagram;
import org.tiyanguan.experience.ExperienceTexts;

/** Calls a running assignment off: the reason is kept and the case ends, both or neither. */
@Component
@Transactional
class Withdrawals {

    private static final int LONGEST_REASON = 300;

    private final Assignments assignments;
    private final CaseMessages cases;
    private final ExperienceTexts texts;

    Withdrawals(Assignments assignments, CaseMessages cases, ExperienceTexts texts) {
        this.assignments = assignments;
        this.cases = cases;
        this.texts = texts;
    }

    /** @throws org.tiyanguan.core.Refusal without a reason, or for an assignment that has ended */
    void withdraw(String number, String reason) {
        String why = reason.strip();
        if (why.isEmpty() || why.length() > LONGEST_REASON) throw texts.refusal("reason", "reason", LONGEST_REASON);
        assignments.reason(number, why);
        if (!cases.send(ExperienceDiagram.Message.ASSIGNMENT_WITHDRAWN, number, Map.of()))
            throw texts.refusal(null, "not-running");
    }
}
