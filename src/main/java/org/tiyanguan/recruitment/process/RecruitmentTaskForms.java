package org.tiyanguan.recruitment.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tiyanguan.core.PlainText;
import org.tiyanguan.engine.ForModels;
import org.tiyanguan.engine.ForTask;
import org.tiyanguan.engine.OwnCase;
import org.tiyanguan.officer.Officers;
import org.tiyanguan.privacy.Masked;
import org.tiyanguan.recruitment.Application;
import org.tiyanguan.recruitment.ApplicationFiles;
import org.tiyanguan.recruitment.ApplicationState;
import org.tiyanguan.recruitment.Applications;
import org.tiyanguan.recruitment.Calls;
import org.tiyanguan.recruitment.Objections;
import org.tiyanguan.recruitment.Places;
import org.tiyanguan.recruitment.RecruitmentCall;
import org.tiyanguan.recruitment.RecruitmentHistory;
import org.tiyanguan.recruitment.RecruitmentTexts;
import org.tiyanguan.security.Choices;
import org.tiyanguan.security.People;

/**
 * The one small view that feeds each form of the two processes, as JSON made when the task is created. It holds what
 * the task needs; phone, mail and address stand in full on the application's own page only, where reading is logged.
 */
@ForModels
@ForTask
@Component("recruitmentViews")
@Transactional(readOnly = true)
public class RecruitmentTaskForms {

    private final Calls calls;
    private final Applications applications;
    private final ApplicationFiles files;
    private final Objections objections;
    private final Officers officers;
    private final Places places;
    private final RecruitmentHistory history;
    private final People people;
    private final Choices choices;
    private final RecruitmentTexts texts;
    private final ObjectMapper json;

    RecruitmentTaskForms(
            Calls calls,
            Applications applications,
            ApplicationFiles files,
            Objections objections,
            Officers officers,
            Places places,
            RecruitmentHistory history,
            People people,
            Choices choices,
            RecruitmentTexts texts,
            ObjectMapper json) {
        this.calls = calls;
        this.applications = applications;
        this.files = files;
        this.objections = objections;
        this.officers = officers;
        this.places = places;
        this.history = history;
        this.people = people;
        this.choices = choices;
        this.texts = texts;
        this.json = json;
    }

    // ---- calls

    public String toDraft(@OwnCase String number) {
        RecruitmentCall call = calls.call(number);
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("number", number);
        view.put("remark", PlainText.of(call.remark()));
        view.put("units", choices.units());
        return write(view);
    }

    public String ofCall(@OwnCase String number) {
        return write(call(number));
    }

    public String toUnit(@OwnCase String number, String unit) {
        Map<String, Object> view = call(number);
        view.put("list", "/applications?call=" + number);
        view.put(
                "recommended",
                applications.of(number).stream()
                        .filter(application -> unit.equals(application.unit()) && application.erasedAt() == null)
                        .map(application ->
                                Map.of("number", application.number(), "name", PlainText.of(application.person().name())))
                        .toList());
        return write(view);
    }

    public String ofShortlist(@OwnCase String number) {
        Map<String, Object> view = call(number);
        view.put(
                "shortlist",
                applications.of(number).stream()
                        .filter(application -> application.state() == ApplicationState.SHORTLIST)
                        .map(application -> Map.of(
                                "number", application.number(),
                                "name", PlainText.of(Masked.name(application.person().name())),
                                "category", texts.label("category", application.category()),
                                "unit", PlainText.of(application.person().employer())))
                        .toList());
        return write(view);
    }

    // ---- applications

    public String toCheck(@OwnCase String number) {
        Map<String, Object> view = application(number);
        view.put("hint", PlainText.of(hint(applications.application(number))));
        return write(view);
    }

    public String toDecide(@OwnCase String number) {
        Application application = applications.application(number);
        Map<String, Object> view = application(number);
        view.put("hint", PlainText.of(hint(application)));
        view.put(
                "proposal",
                application.category() == null
                        ? texts.of("proposal.none")
                        : texts.of("proposal", texts.label("category", application.category())));
        view.put("quota", places.of(application.callNumber()));
        view.put("list", "/applications?call=" + application.callNumber());
        return write(view);
    }

    public String toComplete(@OwnCase String number) {
        Application application = applications.application(number);
        Map<String, Object> view = application(number);
        view.remove("history");
        view.remove("centerOpinion");
        view.put("missing", PlainText.of(application.missing()));
        view.put("completeBy", texts.time(application.completeBy()));
        return write(view);
    }

    public String toDecideObjection(@OwnCase String number, @OwnCase(Objections.class) long objectionId) {
        Objections.Objection objection = objections.objection(objectionId);
        Map<String, Object> view = application(number);
        view.put(
                "objection",
                Map.of(
                        "at", texts.time(objection.raisedAt()),
                        "who", PlainText.of(Masked.name(objection.name())),
                        "text", PlainText.of(objection.text())));
        return write(view);
    }

    private Map<String, Object> call(String number) {
        RecruitmentCall call = calls.call(number);
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("number", number);
        view.put("title", PlainText.of(call.title()));
        view.put("text", PlainText.of(call.text()));
        view.put("opensOn", call.opensOn().toString());
        view.put("closesOn", call.closesOn().toString());
        view.put("termMonths", call.termMonths());
        view.put("noticeDays", call.noticeDays());
        view.put(
                "places",
                calls.places(number).entrySet().stream()
                        .filter(place -> place.getValue() > 0)
                        .map(place -> texts.of("places", texts.label("category", place.getKey()), place.getValue()))
                        .collect(Collectors.joining("，")));
        List<String> units =
                calls.units(number).stream().map(people::nameOfGroup).toList();
        view.put("units", units.isEmpty() ? texts.of("units.none") : String.join("、", units));
        return view;
    }

    private Map<String, Object> application(String number) {
        Application application = applications.application(number);
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("number", number);
        view.put("link", "/applications/" + number);
        view.put("name", PlainText.of(application.person().name()));
        view.put("kind", texts.label("kind", application.kind()));
        view.put("unit", unit(application));
        view.put("call", PlainText.of(calls.call(application.callNumber()).title()));
        view.put("gender", application.person().gender());
        view.put("birthDate", Masked.birthDate(application.person().birthDate()));
        view.put("ethnicity", PlainText.of(application.person().ethnicity()));
        view.put("education", application.person().education());
        view.put("politics", application.person().politics());
        view.put("health", Masked.HIDDEN);
        view.put("employer", PlainText.of(application.person().employer()));
        view.put("jobTitle", PlainText.of(application.person().jobTitle()));
        view.put("phone", Masked.phone(application.person().phone()));
        view.put("photo", texts.of(files.has(number, ApplicationFiles.Kind.PHOTO) ? "photo.there" : "photo.missing"));
        view.put("resume", PlainText.of(application.person().resume()));
        view.put(
                "unitOpinion",
                application.unitOpinion() == null
                        ? null
                        : PlainText.of(texts.of(
                                "opinion",
                                application.unitOpinion(),
                                application.unitOpinionBy(),
                                application.unitOpinionOn())));
        view.put(
                "centerOpinion",
                application.centerOpinion() == null
                        ? null
                        : PlainText.of(texts.of(
                                "opinion",
                                application.centerOpinion(),
                                application.centerOpinionBy(),
                                application.centerOpinionOn())));
        view.put("hint", null);
        view.put(
                "history",
                history.of(number).stream()
                        .map(event -> Map.of(
                                "at", texts.time(event.at()),
                                "who", PlainText.of(event.actorName()),
                                "what", texts.label("step", event.act()),
                                "text", PlainText.of(event.text())))
                        .toList());
        return view;
    }

    /** Whether the person serves already, or applied more than once; null if neither. */
    private String hint(Application application) {
        return officers.serving(application.person().name(), application.person().phone())
                .map(officer -> texts.of("hint.serving", officer.letter(), officer.termUntil()))
                .or(() -> applications.ofSamePerson(application).stream()
                        .map(Application::number)
                        .reduce((one, other) -> one + "、" + other)
                        .map(numbers -> texts.of("hint.again", numbers)))
                .orElse(null);
    }

    private String unit(Application application) {
        return application.unit() == null ? "" : PlainText.of(people.nameOfGroup(application.unit()));
    }

    private String write(Object view) {
        try {
            return json.writeValueAsString(view);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
