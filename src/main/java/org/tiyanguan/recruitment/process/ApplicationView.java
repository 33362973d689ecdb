package org.tiyanguan.recruitment.process;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tiyanguan.core.PlainText;
import org.tiyanguan.officer.Officers;
import org.tiyanguan.privacy.Masked;
import org.tiyanguan.recruitment.Annex;
import org.tiyanguan.recruitment.Application;
import org.tiyanguan.recruitment.ApplicationFiles;
import org.tiyanguan.recruitment.Applications;
import org.tiyanguan.recruitment.Calls;
import org.tiyanguan.recruitment.RecruitmentHistory;
import org.tiyanguan.recruitment.RecruitmentTexts;
import org.tiyanguan.security.People;

/** What forms show of an application. */
@Component
class ApplicationView {

    private final Calls calls;
    private final Applications applications;
    private final ApplicationFiles files;
    private final Officers officers;
    private final RecruitmentHistory history;
    private final People people;
    private final RecruitmentTexts texts;

    ApplicationView(
            Calls calls,
            Applications applications,
            ApplicationFiles files,
            Officers officers,
            RecruitmentHistory history,
            People people,
            RecruitmentTexts texts) {
        this.calls = calls;
        this.applications = applications;
        this.files = files;
        this.officers = officers;
        this.history = history;
        this.people = people;
        this.texts = texts;
    }

    Map<String, Object> of(Application application) {
        String number = application.number();
        Annex person = application.person();
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("number", number);
        view.put("link", "/applications/" + number);
        view.put("name", PlainText.of(person.name()));
        view.put("kind", texts.label("kind", application.kind()));
        view.put("unit", unit(application));
        view.put("call", PlainText.of(calls.call(application.callNumber()).title()));
        view.put("gender", person.gender());
        view.put("birthDate", Masked.birthDate(person.birthDate()));
        view.put("ethnicity", PlainText.of(person.ethnicity()));
        view.put("education", person.education());
        view.put("politics", person.politics());
        view.put("health", Masked.HIDDEN);
        view.put("employer", PlainText.of(person.employer()));
        view.put("jobTitle", PlainText.of(person.jobTitle()));
        view.put("phone", Masked.phone(person.phone()));
        view.put("photo", texts.of(files.has(number, ApplicationFiles.Kind.PHOTO) ? "photo.there" : "photo.missing"));
        view.put("resume", PlainText.of(person.resume()));
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
    @Nullable
    String hint(Application application) {
        return officers.serving(
                        application.person().name(), application.person().phone())
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
}
