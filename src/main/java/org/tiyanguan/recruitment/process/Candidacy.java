package org.tiyanguan.recruitment.process;

import java.util.Collection;
import java.util.Date;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tiyanguan.engine.BeginsCase;
import org.tiyanguan.engine.CaseMessages;
import org.tiyanguan.engine.ForModels;
import org.tiyanguan.engine.ForTask;
import org.tiyanguan.engine.OwnCase;
import org.tiyanguan.officer.Activations;
import org.tiyanguan.officer.Officer;
import org.tiyanguan.officer.OfficerCategory;
import org.tiyanguan.officer.Officers;
import org.tiyanguan.recruitment.Annex;
import org.tiyanguan.recruitment.Application;
import org.tiyanguan.recruitment.ApplicationState;
import org.tiyanguan.recruitment.Applications;
import org.tiyanguan.recruitment.CallState;
import org.tiyanguan.recruitment.Calls;
import org.tiyanguan.recruitment.Dates;
import org.tiyanguan.recruitment.Eligibility;
import org.tiyanguan.recruitment.Objections;
import org.tiyanguan.recruitment.Places;
import org.tiyanguan.recruitment.RecruitmentCall;
import org.tiyanguan.recruitment.RecruitmentHistory;
import org.tiyanguan.recruitment.RecruitmentHistory.Step;
import org.tiyanguan.recruitment.RecruitmentNotices;
import org.tiyanguan.recruitment.RecruitmentNumbers;
import org.tiyanguan.recruitment.RecruitmentSettings;
import org.tiyanguan.recruitment.RecruitmentTexts;
import org.tiyanguan.security.CurrentUser;

/** What {@code application.bpmn} calls: one candidate from the form to the letter of appointment or the answer. */
@ForModels
@Component("candidacy")
@Transactional
public class Candidacy {

    private final Calls calls;
    private final Applications applications;
    private final Places places;
    private final Objections objections;
    private final Eligibility eligibility;
    private final Officers officers;
    private final Activations activations;
    private final RecruitmentNumbers numbers;
    private final RecruitmentHistory history;
    private final RecruitmentNotices notices;
    private final Dates dates;
    private final RecruitmentSettings settings;
    private final CaseMessages messages;
    private final CurrentUser user;
    private final RecruitmentTexts texts;

    Candidacy(
            Calls calls,
            Applications applications,
            Places places,
            Objections objections,
            Eligibility eligibility,
            Officers officers,
            Activations activations,
            RecruitmentNumbers numbers,
            RecruitmentHistory history,
            RecruitmentNotices notices,
            Dates dates,
            RecruitmentSettings settings,
            CaseMessages messages,
            CurrentUser user,
            RecruitmentTexts texts) {
        this.calls = calls;
        this.applications = applications;
        this.places = places;
        this.objections = objections;
        this.eligibility = eligibility;
        this.officers = officers;
        this.activations = activations;
        this.numbers = numbers;
        this.history = history;
        this.notices = notices;
        this.dates = dates;
        this.settings = settings;
        this.messages = messages;
        this.user = user;
        this.texts = texts;
    }

    /** Registers a self-recommendation of a start form; returns the application number. */
    @BeginsCase
    public String register(Map<String, Object> form) {
        RecruitmentCall call =
                calls.find(Annex.text(form, "callNumber")).orElseThrow(() -> texts.refusal("callNumber", "no-call"));
        boolean closed = call.state() != CallState.OPEN || !dates.now().isBefore(dates.endOf(call.closesOn()));
        if (closed) throw texts.refusal("callNumber", "closed");
        String number = applications.add(call.number(), null, eligibility.check(Annex.of(form)));
        history.record(number, Step.APPLY, "");
        notices.received(applications.application(number));
        return number;
    }

    /** The start form's variables, to be forgotten once they stand in the table. */
    public Collection<String> getFormFields() {
        return Stream.concat(Annex.fields().stream(), Stream.of("callNumber", "consent"))
                .toList();
    }

    // ---- checking

    public void awaitCheck(@OwnCase String number) {
        applications.moveTo(number, ApplicationState.CHECK);
        notices.check(applications.application(number));
    }

    public int usualCompletionDays() {
        return settings.completionDays();
    }

    public String category(@OwnCase String number) {
        OfficerCategory category = applications.application(number).category();
        return category == null ? null : category.name();
    }

    @ForTask
    public String centerOpinion(@OwnCase String number) {
        return applications.application(number).centerOpinion();
    }

    /** The centre proposes a category, or refusal, or sends the form back for completion. */
    public void check(
            @OwnCase String number, String check, String missing, Integer days, String category, String opinion) {
        switch (check) {
            case "SEND_BACK" -> {
                applications.sendBack(number, missing.strip(), dates.inDays(days));
                history.record(number, Step.SEND_BACK, missing.strip());
                notices.complete(applications.application(number));
            }
            case "PROPOSE" -> {
                applications.centerOpinion(
                        number, opinion.strip(), user.name().orElse(""), OfficerCategory.valueOf(category));
                history.record(number, Step.PROPOSE, opinion.strip());
            }
            case "OPPOSE" -> {
                applications.centerOpinion(number, opinion.strip(), user.name().orElse(""), null);
                history.record(number, Step.OPPOSE, opinion.strip());
            }
            default -> throw new IllegalArgumentException(check);
        }
    }

    // ---- completing

    public boolean isSelf(@OwnCase String number) {
        return applications.application(number).isSelf();
    }

    public String unit(@OwnCase String number) {
        return applications.application(number).unit();
    }

    public Date completeBy(@OwnCase String number) {
        return dates.date(applications.application(number).completeBy());
    }

    public Date remindCompletionAt(@OwnCase String number) {
        return dates.date(dates.reminder(applications.application(number).completeBy()));
    }

    public void remindCompletion(@OwnCase String number) {
        notices.remindCompletion(applications.application(number));
    }

    /** What a field of the annex holds so far, but for those that nobody is shown again. */
    @ForTask
    public String value(@OwnCase String number, String field) {
        if (Annex.WITHHELD.contains(field)) throw new IllegalArgumentException(field);
        return applications.application(number).value(field);
    }

    public void completeByUnit(@OwnCase String number, Map<String, Object> form) {
        Map<String, Object> completed = applications.application(number).person().completed(form);
        applications.write(number, eligibility.check(Annex.of(completed)));
        applications.unitOpinion(number, Annex.text(form, "unitOpinion"), Annex.text(form, "unitOpinionBy"));
        history.record(number, Step.COMPLETE, "");
    }

    /** Nobody completed it in time. */
    public void lapse(@OwnCase String number) {
        applications.reason(number, texts.of("lapsed"));
        settle(number, ApplicationState.LAPSED, Step.LAPSE);
        notices.lapsed(applications.application(number));
    }

    // ---- deciding

    public void awaitDecision(@OwnCase String number) {
        applications.moveTo(number, ApplicationState.DECISION);
        notices.decide(applications.application(number));
    }

    /**
     * The leader takes the candidate in, refuses or sends the case back. More than a category has places needs
     * {@code overrunReason}.
     */
    public void decide(@OwnCase String number, String decision, String category, String reason, String overrunReason) {
        Application application = applications.application(number);
        // Others who decide about the same call wait: else both would take its last place.
        calls.lock(application.callNumber());
        String why = reason.strip();
        switch (decision) {
            case "APPROVE" -> {
                OfficerCategory chosen = OfficerCategory.valueOf(category);
                boolean overrun = places.of(application.callNumber()).stream()
                        .anyMatch(place -> place.category() == chosen && place.isFull());
                if (overrun && (overrunReason == null || overrunReason.isBlank()))
                    throw texts.refusal("overrunReason", "overrun", texts.label("category", chosen));
                applications.shortlist(number, chosen);
                history.record(number, Step.APPROVE, overrun ? texts.of("overrun", why, overrunReason.strip()) : why);
                messages.send("application-decided", application.callNumber(), Map.of());
            }
            case "REFUSE" -> {
                applications.reason(number, why);
                history.record(number, Step.REFUSE, why);
            }
            case "BACK" -> history.record(number, Step.BACK, why);
            default -> throw new IllegalArgumentException(decision);
        }
    }

    // ---- public notice

    public Date noticeUntil(@OwnCase String number) {
        return dates.date(
                calls.call(applications.application(number).callNumber()).noticeUntil());
    }

    /** The centre finds an objection right, which ends the candidacy, or not. */
    public void decideObjection(
            @OwnCase String number, @OwnCase(Objections.class) long objectionId, String decision, String reason) {
        boolean upheld = decision.equals("UPHOLD");
        objections.decide(objectionId, upheld, reason.strip());
        if (upheld) applications.reason(number, reason.strip());
        history.record(number, upheld ? Step.UPHOLD : Step.DISMISS, reason.strip());
    }

    // ---- the end

    /** Makes the officer's record and account, and sends the link that activates it. */
    public void appoint(@OwnCase String number) {
        Application application = applications.application(number);
        settle(number, ApplicationState.APPOINTED, Step.APPOINT);
        Officer officer = officers.appoint(
                new Officers.Appointee(
                        number,
                        application.person().name(),
                        application.person().phone(),
                        application.person().email(),
                        application.person().employer(),
                        application.unit(),
                        application.category()),
                numbers.nextLetter(),
                calls.call(application.callNumber()).termMonths());
        notices.appointed(application, officer, activations.link(officer.account()));
    }

    /** Tells why, with the reason of whoever refused. */
    public void refuse(@OwnCase String number) {
        settle(number, ApplicationState.REFUSED, Step.ANSWER);
        notices.refused(applications.application(number));
    }

    public Date eraseAt(@OwnCase String number) {
        return dates.date(applications.application(number).settledAt().plusDays(settings.eraseDays()));
    }

    public void erase(@OwnCase String number) {
        applications.erase(number);
        notices.forget(number);
        history.forget(number);
        history.record(number, Step.ERASE, "");
    }

    private void settle(String number, ApplicationState state, Step step) {
        String call = applications.application(number).callNumber();
        calls.lock(call);
        applications.settle(number, state);
        history.record(number, step, "");
        messages.send("application-decided", call, Map.of());
        messages.send("application-settled", call, Map.of());
    }
}
