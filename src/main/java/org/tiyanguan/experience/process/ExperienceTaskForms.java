package org.tiyanguan.experience.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tiyanguan.core.PlainText;
import org.tiyanguan.engine.ForModels;
import org.tiyanguan.engine.ForTask;
import org.tiyanguan.engine.OwnCase;
import org.tiyanguan.experience.Assignment;
import org.tiyanguan.experience.Assignments;
import org.tiyanguan.experience.Checklists;
import org.tiyanguan.experience.Draw;
import org.tiyanguan.experience.ExperienceTexts;
import org.tiyanguan.experience.Visits;
import org.tiyanguan.officer.Officers;
import org.tiyanguan.security.People;

/** The one small view that feeds each form of {@code experience.bpmn}, as JSON made when the task is created. */
@ForModels
@ForTask
@Component("experienceViews")
@Transactional(readOnly = true)
public class ExperienceTaskForms {

    private record Option(String label, String value) {}

    private final Assignments assignments;
    private final Visits visits;
    private final Checklists checklists;
    private final Officers officers;
    private final Draw draw;
    private final People people;
    private final ExperienceTexts texts;
    private final Clock clock;
    private final ObjectMapper json;

    ExperienceTaskForms(
            Assignments assignments,
            Visits visits,
            Checklists checklists,
            Officers officers,
            Draw draw,
            People people,
            ExperienceTexts texts,
            Clock clock,
            ObjectMapper json) {
        this.assignments = assignments;
        this.visits = visits;
        this.checklists = checklists;
        this.officers = officers;
        this.draw = draw;
        this.people = people;
        this.texts = texts;
        this.clock = clock;
        this.json = json;
    }

    /** What the centre chooses from. */
    public String toPlan(@OwnCase String number) {
        Assignment assignment = assignments.assignment(number);
        LocalDate today = LocalDate.now(clock);
        return write(Map.of(
                "number", number,
                "mode", texts.label("mode", assignment.mode()),
                "checklists",
                        checklists.of(assignment.mode()).stream()
                                .map(list -> new Option(PlainText.of(list.name()), String.valueOf(list.id())))
                                .toList(),
                "departments",
                        people.departments().stream()
                                .map(one -> new Option(one.name(), one.code()))
                                .toList(),
                "officers",
                        officers.inOffice(today, today).stream()
                                .map(account -> new Option(PlainText.of(people.nameOf(account)), account))
                                .toList()));
    }

    /** Whom the centre may send to look back, where nobody could be drawn. */
    public String toLookBack(@OwnCase String number) {
        Assignment assignment = assignments.assignment(number);
        LocalDate today = LocalDate.now(clock);
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("number", number);
        view.put("title", PlainText.of(assignment.title()));
        view.put("entry", assignment.lookedBackOn());
        view.put("link", "/ledger/" + assignment.lookedBackOn());
        view.put(
                "department",
                assignment.department() == null ? texts.of("none") : people.departmentName(assignment.department()));
        view.put("place", PlainText.of(orNone(assignment.place())));
        view.put("serviceItem", PlainText.of(orNone(assignment.serviceItem())));
        view.put(
                "officers",
                officers.inOffice(today, today).stream()
                        .filter(account -> !draw.keepsAway(account, assignment))
                        .map(account -> new Option(PlainText.of(people.nameOf(account)), account))
                        .toList());
        return write(view);
    }

    /** What the officer needs to know. */
    public String ofVisit(@OwnCase(Visits.class) long visit) {
        Assignment assignment = assignments.assignment(visits.visit(visit).assignment());
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("number", assignment.number());
        view.put("link", "/officer/tasks/" + visit);
        view.put("title", PlainText.of(assignment.title()));
        view.put("mode", texts.label("mode", assignment.mode()));
        view.put("visitKind", texts.label("visit-kind", assignment.visitKind()));
        view.put("place", PlainText.of(orNone(assignment.place())));
        view.put("serviceItem", PlainText.of(orNone(assignment.serviceItem())));
        view.put(
                "department",
                assignment.department() == null ? texts.of("none") : people.departmentName(assignment.department()));
        view.put("firstDay", assignment.begin().toString());
        view.put("lastDay", assignment.end().toString());
        view.put("instruction", PlainText.of(assignment.instruction()));
        return write(view);
    }

    private String orNone(@Nullable String text) {
        return text == null ? texts.of("none") : text;
    }

    private String write(Object view) {
        try {
            return json.writeValueAsString(view);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
