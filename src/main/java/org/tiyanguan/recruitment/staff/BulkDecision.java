package org.tiyanguan.recruitment.staff;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tiyanguan.core.Refusal;
import org.tiyanguan.engine.CaseTask;
import org.tiyanguan.engine.CaseTasks;
import org.tiyanguan.recruitment.Application;
import org.tiyanguan.recruitment.ApplicationDiagram;
import org.tiyanguan.recruitment.ApplicationDiagram.Variable;
import org.tiyanguan.recruitment.ApplicationState;
import org.tiyanguan.recruitment.Applications;
import org.tiyanguan.recruitment.RecruitmentTexts;
import org.tiyanguan.security.CurrentUser;
import org.tiyanguan.security.Roles;

/** Decides many applications at once: each is decided through its own task, and all of them are or none. */
@Component
@Transactional
class BulkDecision {

    private final Applications applications;
    private final CaseTasks tasks;
    private final CurrentUser user;
    private final RecruitmentTexts texts;

    BulkDecision(Applications applications, CaseTasks tasks, CurrentUser user, RecruitmentTexts texts) {
        this.applications = applications;
        this.tasks = tasks;
        this.user = user;
        this.texts = texts;
    }

    /**
     * @param decision APPROVE (in the category that the centre proposes), REFUSE or BACK
     * @throws Refusal that names the application it is about; then nothing is decided
     */
    void decide(List<String> numbers, String decision, String reason, String overrunReason) {
        if (numbers.isEmpty()) throw texts.refusal("number", "none-chosen");
        if (!List.of("APPROVE", "REFUSE", "BACK").contains(decision)) throw texts.refusal("decision", "no-decision");
        // In one order, so that two leaders wait for each other instead of both failing.
        for (String number : numbers.stream().sorted().distinct().toList()) {
            try {
                decideOne(number, decision, reason, overrunReason);
            } catch (Refusal refusal) {
                throw new Refusal(refusal.field(), texts.of("about", number, refusal.getMessage()));
            }
        }
    }

    private void decideOne(String number, String decision, String reason, String overrunReason) {
        Application application = applications
                .find(number)
                .filter(found -> found.state() == ApplicationState.DECISION)
                .orElseThrow(() -> texts.refusal("number", "not-waiting"));
        CaseTask task = tasks.of(ApplicationDiagram.KEY, number).stream()
                .filter(open -> open.groups().contains(Roles.LEADER))
                .filter(open -> open.assignee() == null
                        || user.id().filter(open.assignee()::equals).isPresent())
                .findFirst()
                .orElseThrow(() -> texts.refusal("number", "others-task"));
        Map<String, Object> form = new HashMap<>(Map.of(Variable.DECISION, decision, Variable.DECISION_REASON, reason));
        if (decision.equals("APPROVE")) {
            if (application.category() == null) throw texts.refusal("decision", "no-proposal");
            form.put(Variable.CATEGORY, application.category().name());
            if (!overrunReason.isBlank()) form.put(Variable.OVERRUN_REASON, overrunReason);
        }
        tasks.complete(task.id(), form);
    }
}
