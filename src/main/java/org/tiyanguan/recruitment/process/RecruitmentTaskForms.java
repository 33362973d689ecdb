package org.tiyanguan.recruitment.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tiyanguan.core.PlainText;
import org.tiyanguan.engine.ForModels;
import org.tiyanguan.engine.ForTask;
import org.tiyanguan.engine.OwnCase;
import org.tiyanguan.privacy.Masked;
import org.tiyanguan.recruitment.Application;
import org.tiyanguan.recruitment.ApplicationState;
import org.tiyanguan.recruitment.Applications;
import org.tiyanguan.recruitment.Objections;
import org.tiyanguan.recruitment.Places;
import org.tiyanguan.recruitment.RecruitmentTexts;

/**
 * The one small view that feeds each form of the two processes, as JSON made when the task is created. It holds what
 * the task needs; phone, mail and address stand in full on the application's own page only, where reading is logged.
 */
@ForModels
@ForTask
@Component("recruitmentViews")
@Transactional(readOnly = true)
public class RecruitmentTaskForms {

    private final CallView callView;
    private final ApplicationView applicationView;
    private final Applications applications;
    private final Objections objections;
    private final Places places;
    private final RecruitmentTexts texts;
    private final ObjectMapper json;

    RecruitmentTaskForms(
            CallView callView,
            ApplicationView applicationView,
            Applications applications,
            Objections objections,
            Places places,
            RecruitmentTexts texts,
            ObjectMapper json) {
        this.callView = callView;
        this.applicationView = applicationView;
        this.applications = applications;
        this.objections = objections;
        this.places = places;
        this.texts = texts;
        this.json = json;
    }

    // ---- calls

    public String toDraft(@OwnCase String number) {
        return write(callView.toDraft(number));
    }

    public String ofCall(@OwnCase String number) {
        return write(callView.of(number));
    }

    public String toUnit(@OwnCase String number, String unit) {
        Map<String, Object> view = callView.of(number);
        view.put("list", "/applications?call=" + number);
        view.put(
                "recommended",
                applications.of(number).stream()
                        .filter(application -> unit.equals(application.unit()) && application.erasedAt() == null)
                        .map(application -> Map.of(
                                "number",
                                application.number(),
                                "name",
                                PlainText.of(application.person().name())))
                        .toList());
        return write(view);
    }

    public String ofShortlist(@OwnCase String number) {
        Map<String, Object> view = callView.of(number);
        view.put(
                "shortlist",
                applications.of(number).stream()
                        .filter(application -> application.state() == ApplicationState.SHORTLIST)
                        .map(application -> Map.of(
                                "number", application.number(),
                                "name",
                                        PlainText.of(
                                                Masked.name(application.person().name())),
                                "category", texts.label("category", application.category()),
                                "unit", PlainText.of(application.person().employer())))
                        .toList());
        return write(view);
    }

    // ---- applications

    public String toCheck(@OwnCase String number) {
        Application application = applications.application(number);
        Map<String, Object> view = applicationView.of(application);
        view.put("hint", PlainText.of(applicationView.hint(application)));
        return write(view);
    }

    public String toDecide(@OwnCase String number) {
        Application application = applications.application(number);
        Map<String, Object> view = applicationView.of(application);
        view.put("hint", PlainText.of(applicationView.hint(application)));
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
        Map<String, Object> view = applicationView.of(application);
        view.remove("history");
        view.remove("centerOpinion");
        view.put("missing", PlainText.of(application.missing()));
        view.put("completeBy", texts.time(application.completionDue()));
        return write(view);
    }

    public String toDecideObjection(@OwnCase String number, @OwnCase(Objections.class) long objectionId) {
        Objections.Objection objection = objections.objection(objectionId);
        Map<String, Object> view = applicationView.of(applications.application(number));
        view.put(
                "objection",
                Map.of(
                        "at", texts.time(objection.raisedAt()),
                        "who", PlainText.of(Masked.name(objection.name())),
                        "text", PlainText.of(objection.text())));
        return write(view);
    }

    private String write(Object view) {
        try {
            return json.writeValueAsString(view);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
