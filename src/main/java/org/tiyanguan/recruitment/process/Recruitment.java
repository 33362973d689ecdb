package org.tiyanguan.recruitment.process;

import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tiyanguan.engine.BeginsCase;
import org.tiyanguan.engine.CaseMessages;
import org.tiyanguan.engine.ForModels;
import org.tiyanguan.engine.OwnCase;
import org.tiyanguan.officer.OfficerCategory;
import org.tiyanguan.recruitment.Annex;
import org.tiyanguan.recruitment.Application;
import org.tiyanguan.recruitment.ApplicationDiagram;
import org.tiyanguan.recruitment.ApplicationState;
import org.tiyanguan.recruitment.Applications;
import org.tiyanguan.recruitment.CallState;
import org.tiyanguan.recruitment.Calls;
import org.tiyanguan.recruitment.Calls.UnitState;
import org.tiyanguan.recruitment.Dates;
import org.tiyanguan.recruitment.RecruitmentHistory;
import org.tiyanguan.recruitment.RecruitmentHistory.Step;
import org.tiyanguan.recruitment.RecruitmentNotices;
import org.tiyanguan.recruitment.RecruitmentSettings;

/** What {@code recruitment.bpmn} calls: one recruitment from its draft to its end. */
@ForModels
@Component("recruitment")
@Transactional
public class Recruitment {

    private final Calls calls;
    private final Applications applications;
    private final RecruitmentHistory history;
    private final CallDrafts drafts;
    private final Invitations invitations;
    private final Dates dates;
    private final RecruitmentSettings settings;
    private final RecruitmentNotices notices;
    private final CaseMessages messages;

    Recruitment(
            Calls calls,
            Applications applications,
            RecruitmentHistory history,
            CallDrafts drafts,
            Invitations invitations,
            Dates dates,
            RecruitmentSettings settings,
            RecruitmentNotices notices,
            CaseMessages messages) {
        this.calls = calls;
        this.applications = applications;
        this.history = history;
        this.drafts = drafts;
        this.invitations = invitations;
        this.dates = dates;
        this.settings = settings;
        this.notices = notices;
        this.messages = messages;
    }

    public Date centerDue() {
        return dates.date(dates.inDays(settings.centerDays()));
    }

    public Date leaderDue() {
        return dates.date(dates.inDays(settings.leaderDays()));
    }

    /** Opens a draft; returns its number. */
    @BeginsCase
    public String register(String title) {
        String number = calls.add(title.strip());
        history.record(number, Step.DRAFT, title.strip());
        return number;
    }

    // ---- what the draft's form starts with

    public String title(@OwnCase String number) {
        return calls.call(number).title();
    }

    public @Nullable String text(@OwnCase String number) {
        return calls.call(number).text();
    }

    public @Nullable String opensOn(@OwnCase String number) {
        return text(calls.call(number).opensOn());
    }

    public @Nullable String closesOn(@OwnCase String number) {
        return text(calls.call(number).closesOn());
    }

    public int places(@OwnCase String number, String category) {
        return calls.places(number).getOrDefault(OfficerCategory.valueOf(category), 0);
    }

    public int termMonths(@OwnCase String number) {
        return calls.call(number).termMonths();
    }

    public int noticeDays(@OwnCase String number) {
        return calls.call(number).noticeDays();
    }

    /** The units chosen so far, as JSON. */
    public String invited(@OwnCase String number) {
        return drafts.units(number);
    }

    /** The centre submits the draft, or withdraws it. */
    public void draft(@OwnCase String number, String draft, Map<String, Object> form) {
        if (draft.equals("WITHDRAW")) drafts.withdraw(number);
        else drafts.submit(number, form);
    }

    public void approve(@OwnCase String number, String approval, String reason) {
        boolean approved = approval.equals("APPROVE");
        calls.moveTo(number, approved ? CallState.APPROVED : CallState.DRAFT);
        calls.remark(number, approved ? null : reason.strip());
        history.record(number, approved ? Step.APPROVE_CALL : Step.SEND_BACK_CALL, reason.strip());
        if (!approved) notices.reviseCall(calls.call(number), reason.strip());
    }

    /** The first minute of the first day. */
    public Date firstMoment(@OwnCase String number) {
        return dates.date(calls.call(number).firstDay().atStartOfDay());
    }

    /** The close of business of the last day. */
    public Date lastMoment(@OwnCase String number) {
        return dates.date(dates.endOf(calls.call(number).lastDay()));
    }

    public void open(@OwnCase String number) {
        calls.moveTo(number, CallState.OPEN);
        history.record(number, Step.OPEN_CALL, "");
        calls.units(number).forEach(unit -> notices.invited(calls.call(number), unit));
    }

    /** The groups of the invited units. */
    public List<String> units(@OwnCase String number) {
        return calls.units(number);
    }

    /** A unit recommends a person, is done, or declines; each act ends the task, and a person begins an application. */
    public void recommend(@OwnCase String number, String unit, String recommendation, Map<String, Object> form) {
        switch (recommendation) {
            case "PERSON" -> invitations.recommend(calls.call(number), unit, form);
            case "DONE" -> invitations.done(number, unit);
            case "DECLINE" -> invitations.decline(calls.call(number), unit, Annex.required(form, "declineReason"));
            default -> throw new IllegalArgumentException(recommendation);
        }
    }

    public Date remindAt(@OwnCase String number) {
        return dates.date(dates.reminder(dates.endOf(calls.call(number).lastDay())));
    }

    public void remindUnits(@OwnCase String number) {
        calls.unitsInState(number, UnitState.INVITED).forEach(unit -> notices.remindUnit(calls.call(number), unit));
    }

    public void close(@OwnCase String number) {
        calls.moveTo(number, CallState.CLOSED);
        history.record(number, Step.CLOSE_CALL, "");
    }

    /**
     * Whether each application is decided. Others that decide one meanwhile wait for this transaction, and then tell.
     */
    public boolean isDecided(@OwnCase String number) {
        calls.lock(number);
        return applications.of(number).stream()
                .allMatch(application -> application.state().isDecided());
    }

    /** Whether nobody is on the shortlist. */
    public boolean isEmpty(@OwnCase String number) {
        return applications.of(number).stream().noneMatch(a -> a.state() == ApplicationState.SHORTLIST);
    }

    /** Begins the public notice of the shortlist, in each of its applications. */
    public void publish(@OwnCase String number, int noticeDays, String text) {
        calls.publish(number, noticeDays, text.strip(), dates.inDays(noticeDays));
        history.record(number, Step.PUBLISH, text.strip());
        int line = 0;
        for (Application application : applications.of(number)) {
            if (application.state() != ApplicationState.SHORTLIST) continue;
            applications.noticeLine(application.number(), ++line);
            messages.send(ApplicationDiagram.Message.NOTICE_BEGUN, application.number(), Map.of());
        }
    }

    /** Whether everybody has the final answer. It waits and lets others wait as {@link #isDecided} does. */
    public boolean isSettled(@OwnCase String number) {
        calls.lock(number);
        return applications.of(number).stream()
                .allMatch(application -> application.state().isSettled());
    }

    public void end(@OwnCase String number) {
        calls.moveTo(number, CallState.ENDED);
        history.record(number, Step.END_CALL, "");
    }

    private static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }
}
