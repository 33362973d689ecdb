package org.tiyanguan.colleague;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstanceQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tiyanguan.calendar.WorkCalendar;
import org.tiyanguan.colleague.Cooperation.Kind;
import org.tiyanguan.colleague.OpinionDiagram.Variable;
import org.tiyanguan.core.Moments;
import org.tiyanguan.core.PlainText;
import org.tiyanguan.engine.CaseTask;
import org.tiyanguan.engine.CaseTasks;
import org.tiyanguan.engine.ForModels;
import org.tiyanguan.engine.ForTask;
import org.tiyanguan.engine.OwnCase;
import org.tiyanguan.engine.TaskEnding;
import org.tiyanguan.security.People;

/**
 * Opinions that colleagues are asked for (加签): one instance of {@code colleague-opinion} each, beside the case, which
 * never waits for it. When the asking task ends first, the question is dropped.
 */
@Component("opinions")
@ForModels
@Transactional
public class Opinions {

    private final RuntimeService runtime;
    private final CaseTasks tasks;
    private final People people;
    private final WorkCalendar calendar;
    private final Clock clock;
    private final ColleagueSettings settings;
    private final ColleagueTexts texts;
    private final ObjectMapper json;
    private final ApplicationEventPublisher events;

    Opinions(
            RuntimeService runtime,
            CaseTasks tasks,
            People people,
            WorkCalendar calendar,
            Clock clock,
            ColleagueSettings settings,
            ColleagueTexts texts,
            ObjectMapper json,
            ApplicationEventPublisher events) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.people = people;
        this.calendar = calendar;
        this.clock = clock;
        this.settings = settings;
        this.texts = texts;
        this.json = json;
        this.events = events;
    }

    void ask(CaseTask task, String group, String asker, String colleague, String question) {
        Map<String, Object> variables = Map.of(
                Variable.TASK_ID, task.id(),
                Variable.GROUP, group,
                Variable.ASKER, asker,
                Variable.COLLEAGUE, colleague,
                Variable.QUESTION, question);
        runtime.startProcessInstanceByKey(OpinionDiagram.KEY, task.number(), variables);
    }

    boolean isAsked(String taskId, String colleague) {
        return about(taskId).variableValueEquals(Variable.COLLEAGUE, colleague).count() > 0;
    }

    /** The accounts of those whose opinion the task still waits for. */
    List<String> askedFor(String taskId) {
        return about(taskId).list().stream()
                .map(asked -> (String) runtime.getVariable(asked.getId(), Variable.COLLEAGUE))
                .sorted()
                .toList();
    }

    public Date due() {
        LocalDateTime due = calendar.deadline(LocalDateTime.now(clock), settings.opinionDays());
        return Moments.date(due, clock);
    }

    /** What the asking task shows of its case, and what is asked by whom. */
    @ForTask
    public String view(@OwnCase(CaseTasks.class) String taskId, String asker, String question) {
        try {
            ObjectNode view = (ObjectNode) json.readTree(tasks.caseView(taskId));
            view.putObject("request")
                    .put("asker", PlainText.of(people.nameOf(asker)))
                    .put("task", task(taskId).name())
                    .put("question", PlainText.of(question));
            return json.writeValueAsString(view);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Ends in the case's history, and the asker is told. */
    public void give(@OwnCase(CaseTasks.class) String taskId, String group, String asker, String opinion) {
        // Who has the task now, and whoever may take it, where the asker has left.
        String to = people.isMember(asker, group) ? asker : task(taskId).assignee();
        tell(Kind.GIVE_OPINION, taskId, group, to, texts.length("opinion", opinion, 2, 1000));
    }

    /** As the asking task has ended, or as the colleague has left. */
    public void drop(@OwnCase(CaseTasks.class) String taskId, String group, String colleague) {
        boolean left = !people.isMember(colleague, group);
        tell(Kind.DROP_OPINION, taskId, group, colleague, left ? texts.of("left", people.nameOf(colleague)) : "");
    }

    @EventListener
    void on(TaskEnding ending) {
        if (about(ending.taskId()).count() > 0)
            runtime.createMessageCorrelation(OpinionDiagram.Message.OPINION_DROPPED)
                    .processInstanceVariableEquals(Variable.TASK_ID, ending.taskId())
                    .correlateAll();
    }

    private ProcessInstanceQuery about(String taskId) {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey(OpinionDiagram.KEY)
                .variableValueEquals(Variable.TASK_ID, taskId);
    }

    private void tell(Kind kind, String taskId, String group, @Nullable String to, String note) {
        events.publishEvent(new Cooperation(kind, task(taskId), group, to, note));
    }

    private CaseTask task(String taskId) {
        return tasks.find(taskId).orElseThrow();
    }
}
