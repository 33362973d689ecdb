package org.tiyanguan.recruitment.process;

import java.util.Collection;
import java.util.Date;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tiyanguan.engine.BeginsCase;
import org.tiyanguan.engine.ForModels;
import org.tiyanguan.engine.ForTask;
import org.tiyanguan.engine.OwnCase;
import org.tiyanguan.officer.OfficerCategory;
import org.tiyanguan.recruitment.Annex;
import org.tiyanguan.recruitment.Application;
import org.tiyanguan.recruitment.ApplicationState;
import org.tiyanguan.recruitment.Applications;
import org.tiyanguan.recruitment.Objections;
import org.tiyanguan.recruitment.RecruitmentNotices;

/**
 * What {@code application.bpmn} calls: one candidate from the form to the letter of appointment or the answer. It reads
 * the forms' words; the work is done by one class each for registration, the centre's rulings, the leader's decision,
 * appointment and settlement.
 */
@ForModels
@Component("candidacy")
@Transactional
public class Candidacy {

    private final Applications applications;
    private final Registration registration;
    private final CenterRulings center;
    private final LeaderDecision leader;
    private final Appointment appointment;
    private final Settlement settlement;
    private final CandidacyDates dates;
    private final RecruitmentNotices notices;

    Candidacy(
            Applications applications,
            Registration registration,
            CenterRulings center,
            LeaderDecision leader,
            Appointment appointment,
            Settlement settlement,
            CandidacyDates dates,
            RecruitmentNotices notices) {
        this.applications = applications;
        this.registration = registration;
        this.center = center;
        this.leader = leader;
        this.appointment = appointment;
        this.settlement = settlement;
        this.dates = dates;
        this.notices = notices;
    }

    /** Registers a self-recommendation of a start form; returns the application number. */
    @BeginsCase
    public String register(Map<String, Object> form) {
        return registration.ofSelf(form);
    }

    /** The start form's variables, to be forgotten once they stand in the table. */
    public Collection<String> getFormFields() {
        return Stream.concat(Annex.fields().stream(), Stream.of("callNumber", "consent"))
                .toList();
    }

    // ---- checking

    public void awaitCheck(@OwnCase String number) {
        applications.moveTo(number, ApplicationState.CHECK);
        notices.check(application(number));
    }

    public int usualCompletionDays() {
        return dates.usualCompletionDays();
    }

    public @Nullable String category(@OwnCase String number) {
        OfficerCategory category = application(number).category();
        return category == null ? null : category.name();
    }

    @ForTask
    public @Nullable String centerOpinion(@OwnCase String number) {
        return application(number).centerOpinion();
    }

    /** The centre proposes a category, or refusal, or sends the form back for completion. */
    public void check(
            @OwnCase String number, String check, String missing, Integer days, String category, String opinion) {
        switch (check) {
            case "SEND_BACK" -> center.sendBack(number, missing.strip(), days);
            case "PROPOSE" -> center.propose(number, OfficerCategory.valueOf(category), opinion.strip());
            case "OPPOSE" -> center.oppose(number, opinion.strip());
            default -> throw new IllegalArgumentException(check);
        }
    }

    // ---- completing

    public boolean isSelf(@OwnCase String number) {
        return application(number).isSelf();
    }

    public @Nullable String unit(@OwnCase String number) {
        return application(number).unit();
    }

    public Date completeBy(@OwnCase String number) {
        return dates.completeBy(application(number));
    }

    public Date remindCompletionAt(@OwnCase String number) {
        return dates.remindCompletionAt(application(number));
    }

    public void remindCompletion(@OwnCase String number) {
        notices.remindCompletion(application(number));
    }

    /** What a field of the annex holds so far, but for those that nobody is shown again. */
    @ForTask
    public @Nullable String value(@OwnCase String number, String field) {
        if (Annex.WITHHELD.contains(field)) throw new IllegalArgumentException(field);
        return application(number).value(field);
    }

    public void completeByUnit(@OwnCase String number, Map<String, Object> form) {
        registration.complete(number, form);
    }

    /** Ends what nobody completed in time. */
    public void lapse(@OwnCase String number) {
        settlement.lapse(number);
    }

    // ---- deciding

    public void awaitDecision(@OwnCase String number) {
        applications.moveTo(number, ApplicationState.DECISION);
        notices.decide(application(number));
    }

    /**
     * The leader takes the candidate in, refuses or sends the case back. {@code overrunReason} is needed when more are
     * taken in than a category has places.
     */
    public void decide(@OwnCase String number, String decision, String category, String reason, String overrunReason) {
        switch (decision) {
            case "APPROVE" -> leader.approve(number, OfficerCategory.valueOf(category), reason.strip(), overrunReason);
            case "REFUSE" -> leader.refuse(number, reason.strip());
            case "BACK" -> leader.sendBack(number, reason.strip());
            default -> throw new IllegalArgumentException(decision);
        }
    }

    // ---- public notice

    public Date noticeUntil(@OwnCase String number) {
        return dates.noticeUntil(application(number));
    }

    /** The centre finds an objection right, which ends the candidacy, or not. */
    public void decideObjection(
            @OwnCase String number, @OwnCase(Objections.class) long objectionId, String decision, String reason) {
        center.decideObjection(number, objectionId, decision.equals("UPHOLD"), reason.strip());
    }

    // ---- the end

    /** Makes the officer's record and account, and sends the link that activates it. */
    public void appoint(@OwnCase String number) {
        appointment.appoint(number);
    }

    /** Tells the person that they are refused, and why. */
    public void refuse(@OwnCase String number) {
        settlement.refuse(number);
    }

    public Date eraseAt(@OwnCase String number) {
        return dates.eraseAt(application(number));
    }

    public void erase(@OwnCase String number) {
        settlement.erase(number);
    }

    private Application application(String number) {
        return applications.application(number);
    }
}
