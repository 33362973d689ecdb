package org.tiyanguan.event.page;

import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tiyanguan.engine.CaseTask;
import org.tiyanguan.engine.CaseTasks;
import org.tiyanguan.event.EventDiagram;
import org.tiyanguan.event.EventDiagram.Variable;
import org.tiyanguan.event.EventTexts;

/** What an officer answers on the page instead of in Tasklist: the invitation, and the minutes. */
@Component
@Transactional
class OwnTasks {

    private final CaseTasks tasks;
    private final EventTexts texts;

    OwnTasks(CaseTasks tasks, EventTexts texts) {
        this.tasks = tasks;
        this.texts = texts;
    }

    boolean has(String number, String officer, String task) {
        return tasks.of(EventDiagram.KEY, number).stream().anyMatch(one -> isOwn(one, officer, task));
    }

    /** {@code text} is the reason of who does not come, or the question of who asks first. */
    void reply(String number, String officer, String reply, String text) {
        Map<String, Object> form = new HashMap<>();
        form.put(Variable.REPLY, reply);
        if (reply.equals("NO")) form.put(Variable.REASON, text.strip());
        if (reply.equals("QUESTION")) form.put(Variable.QUESTION, text.strip());
        complete(number, officer, EventDiagram.REPLY_TASK, form);
    }

    /** {@code correction} is for who objects. */
    void agree(String number, String officer, String agreement, String correction) {
        Map<String, Object> form = new HashMap<>();
        form.put(Variable.AGREEMENT, agreement);
        if (agreement.equals("OBJECT")) form.put(Variable.CORRECTION, correction.strip());
        complete(number, officer, EventDiagram.MINUTES_TASK, form);
    }

    private void complete(String number, String officer, String task, Map<String, Object> form) {
        String id = tasks.of(EventDiagram.KEY, number).stream()
                .filter(one -> isOwn(one, officer, task))
                .map(CaseTask::id)
                .findFirst()
                .orElseThrow(() -> texts.refusal(null, "answered"));
        tasks.complete(id, form);
    }

    private static boolean isOwn(CaseTask one, String officer, String task) {
        return one.key().equals(task) && officer.equals(one.assignee());
    }
}
