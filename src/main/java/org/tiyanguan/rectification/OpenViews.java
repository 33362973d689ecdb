package org.tiyanguan.rectification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tiyanguan.core.PlainText;
import org.tiyanguan.engine.CaseTask;
import org.tiyanguan.engine.CaseTasks;
import org.tiyanguan.ledger.LedgerHistory;
import org.tiyanguan.ledger.Part;
import org.tiyanguan.ledger.Wording;
import org.tiyanguan.security.Roles;

/** Renews what open tasks show of their case: {@link LoopTaskForms} made it when they were created. */
@Component
class OpenViews {

    private final CaseTasks tasks;
    private final LedgerHistory history;
    private final HistoryLines lines;
    private final ObjectMapper json;

    OpenViews(CaseTasks tasks, LedgerHistory history, HistoryLines lines, ObjectMapper json) {
        this.tasks = tasks;
        this.history = history;
        this.lines = lines;
        this.json = json;
    }

    /** Departments read it in other words; views of those who read the original stay. */
    void reword(CaseTask task, Wording wording) {
        ObjectNode view = view(task);
        if (!view.path(LoopTaskForms.PUBLIC).asBoolean()) return;
        wording.byField().forEach((field, text) -> view.put(field, PlainText.of(text)));
        show(task, view);
    }

    /** The history as it is now: a department's where the task is its own. {@code part} may be null. */
    void renewHistory(CaseTask task, String number, @Nullable Part part, String group) {
        List<Map<String, String>> shown = part != null && group.equals(Roles.department(part.department()))
                ? lines.of(part)
                : lines.of(history.of(number));
        ObjectNode view = view(task);
        view.set("history", json.valueToTree(shown));
        show(task, view);
    }

    private ObjectNode view(CaseTask task) {
        try {
            return (ObjectNode) json.readTree(tasks.caseView(task.id()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private void show(CaseTask task, ObjectNode view) {
        try {
            tasks.showCaseView(task.id(), json.writeValueAsString(view));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
