package org.tiyanguan.recruitment.site;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tiyanguan.core.PersonName;
import org.tiyanguan.core.Phone;
import org.tiyanguan.core.Refusal;
import org.tiyanguan.core.Refusal.Fault;
import org.tiyanguan.engine.CaseMessages;
import org.tiyanguan.recruitment.Application;
import org.tiyanguan.recruitment.ApplicationDiagram;
import org.tiyanguan.recruitment.ApplicationState;
import org.tiyanguan.recruitment.Applications;
import org.tiyanguan.recruitment.Calls;
import org.tiyanguan.recruitment.Dates;
import org.tiyanguan.recruitment.Objections;
import org.tiyanguan.recruitment.Objections.Objection;
import org.tiyanguan.recruitment.RecruitmentHistory;
import org.tiyanguan.recruitment.RecruitmentHistory.Step;
import org.tiyanguan.recruitment.RecruitmentNotices;
import org.tiyanguan.recruitment.RecruitmentTexts;

/** Takes objections to candidates, which anybody may raise while the public notice lasts. */
@Component
@Transactional
public class ObjectionIntake {

    private final Calls calls;
    private final Applications applications;
    private final Objections objections;
    private final RecruitmentHistory history;
    private final RecruitmentNotices notices;
    private final CaseMessages messages;
    private final Dates dates;
    private final RecruitmentTexts texts;

    ObjectionIntake(
            Calls calls,
            Applications applications,
            Objections objections,
            RecruitmentHistory history,
            RecruitmentNotices notices,
            CaseMessages messages,
            Dates dates,
            RecruitmentTexts texts) {
        this.calls = calls;
        this.applications = applications;
        this.objections = objections;
        this.history = history;
        this.notices = notices;
        this.messages = messages;
        this.dates = dates;
        this.texts = texts;
    }

    /**
     * Somebody objects to a candidate while the public notice lasts.
     *
     * @param typed {@code line} of the notice, {@code name}, {@code phone} and {@code text}
     * @return the objection's number, for which and the phone there is an answer
     */
    public String object(String call, Map<String, String> typed) {
        List<Fault> faults = new ArrayList<>();
        String name = PersonName.written(check(typed, "name", ".{1,30}", faults));
        String phone = typed.getOrDefault("phone", "");
        if (!Phone.isMobile(phone)) faults.add(fault("phone"));
        String text = check(typed, "text", "(?s).{10,1000}", faults);
        Optional<Application> candidate = applications.onNotice(call).stream()
                .filter(application -> String.valueOf(application.noticeLine()).equals(typed.get("line")))
                .findFirst();
        if (candidate.isEmpty()) faults.add(fault("line"));
        if (!faults.isEmpty()) throw new Refusal(faults);
        LocalDateTime until = calls.call(call).noticeUntil();
        Application application = candidate.get();
        if (application.state() != ApplicationState.SHORTLIST || !dates.now().isBefore(until))
            throw texts.refusal(null, "no-notice");
        Objection objection = objections.add(application.number(), name, Phone.keptOr(phone), text);
        history.record(application.number(), Step.OBJECTION, "");
        notices.objection(application);
        // The notice may end at this moment: an objection that no step answers must not be taken.
        if (!messages.send(
                ApplicationDiagram.Message.OBJECTION_RAISED,
                application.number(),
                Map.of(ApplicationDiagram.Variable.OBJECTION_ID, objection.id())))
            throw texts.refusal(null, "no-notice");
        return objection.code();
    }

    private String check(Map<String, String> typed, String field, String pattern, List<Fault> faults) {
        String value = typed.getOrDefault(field, "").strip();
        if (!value.matches(pattern)) faults.add(fault(field));
        return value;
    }

    private Fault fault(String field) {
        return new Fault(field, texts.of("refusal.objection-" + field));
    }
}
