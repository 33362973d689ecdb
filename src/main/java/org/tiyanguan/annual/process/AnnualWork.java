package org.tiyanguan.annual.process;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tiyanguan.annual.AnnualChecks;
import org.tiyanguan.annual.AnnualOpinions;
import org.tiyanguan.annual.AnnualSettings;
import org.tiyanguan.annual.AnnualTexts;
import org.tiyanguan.annual.Contest;
import org.tiyanguan.annual.FrozenFigures;
import org.tiyanguan.annual.Summaries;
import org.tiyanguan.annual.Summary;
import org.tiyanguan.annual.Version;
import org.tiyanguan.annual.Versions;
import org.tiyanguan.calendar.WorkCalendar;
import org.tiyanguan.colleague.CaseSteps;
import org.tiyanguan.core.Moments;
import org.tiyanguan.engine.AnyCase;
import org.tiyanguan.engine.ForModels;
import org.tiyanguan.engine.OwnCase;
import org.tiyanguan.officer.Officers;

/** What {@code annual-summary.bpmn} calls: a year from its frozen figures to the report that is out. */
@ForModels
@Component("annualWork")
@Transactional
public class AnnualWork {

    private final Summaries summaries;
    private final Versions versions;
    private final FrozenFigures figures;
    private final AnnualChecks checks;
    private final AnnualOpinions opinions;
    private final Officers officers;
    private final DraftWriter draft;
    private final ReportApproval approval;
    private final AnnualNotices notices;
    private final CaseSteps history;
    private final AnnualSettings settings;
    private final WorkCalendar calendar;
    private final AnnualTexts texts;
    private final Clock clock;

    AnnualWork(
            Summaries summaries,
            Versions versions,
            FrozenFigures figures,
            AnnualChecks checks,
            AnnualOpinions opinions,
            Officers officers,
            DraftWriter draft,
            ReportApproval approval,
            AnnualNotices notices,
            CaseSteps history,
            AnnualSettings settings,
            WorkCalendar calendar,
            AnnualTexts texts,
            Clock clock) {
        this.summaries = summaries;
        this.versions = versions;
        this.figures = figures;
        this.checks = checks;
        this.opinions = opinions;
        this.officers = officers;
        this.draft = draft;
        this.approval = approval;
        this.notices = notices;
        this.history = history;
        this.settings = settings;
        this.calendar = calendar;
        this.texts = texts;
        this.clock = clock;
    }

    // ---- the figures and the draft

    /** Keeps the year's figures as they are now, notes whom to ask about them, and writes the draft. */
    public void freeze(@OwnCase String number) {
        Summary summary = summaries.summary(number);
        versions.add(number, 1, null, LocalDateTime.now(clock));
        Version first = versions.newest(number);
        figures.freeze(number, first.version(), summary.summaryYear());
        figures.results(first).forEach(one -> checks.add(number, one.department(), one.name()));
        LocalDate today = LocalDate.now(clock);
        officers.inOffice(today, today).forEach(account -> opinions.ask(number, account));
        draft.write(summary, first);
        history.add(number, "FREEZE", null);
        notices.opened(summary);
    }

    /** Whether the ledger was put right since the figures were frozen, as a department had asked. */
    public boolean hasCorrections(@OwnCase String number) {
        LocalDateTime frozen = versions.newest(number).frozenAt();
        return checks.contests(number).stream()
                .anyMatch(one -> one.answer() == Contest.Answer.CORRECTED
                        && one.answeredAt() != null
                        && !one.answeredAt().isBefore(frozen));
    }

    /** Counts the year again; sections that nobody has written yet follow. */
    public void freezeAgain(@OwnCase String number) {
        Summary summary = summaries.summary(number);
        Version version = versions.newest(number);
        figures.freeze(number, version.version(), summary.summaryYear());
        versions.frozen(version);
        draft.write(summary, version);
        history.add(number, "FREEZE_AGAIN", null);
    }

    public Date draftDue() {
        return due(settings.draftDays());
    }

    /** The draft goes to the leader; {@code note} is what the leader should know of it. */
    public void submit(@OwnCase String number, @Nullable String note) {
        approval.submit(number, note);
    }

    // ---- the leader

    public Date leaderDue() {
        return due(settings.leaderDays());
    }

    /** The leader approves the report and may strike departments from the list, or sends the report back. */
    public void approve(@OwnCase String number, String decision, Map<String, Object> form) {
        approval.decide(number, decision.equals("BACK"), form);
    }

    // ---- the meeting

    /** Whether a summary meeting is still to be held. */
    public boolean needsMeeting(@OwnCase String number) {
        return !summaries.summary(number).isMeetingSettled();
    }

    public String meetingTitle(@OwnCase String number) {
        return texts.of("meeting", summaries.summary(number).summaryYear());
    }

    /** @param meeting the number of the event, which is kept to lead there */
    public void meetingOver(@OwnCase String number, @AnyCase String meeting, boolean held) {
        summaries.met(number, meeting, held);
        history.add(number, held ? "MET" : "NOT_MET", meeting);
        if (!held) notices.notMet(summaries.summary(number));
    }

    public Date meetingDue() {
        return due(settings.meetingDays());
    }

    /** After a meeting that was called off: another one, or none, and why. */
    public void decideMeeting(@OwnCase String number, String decision, String note) {
        if (decision.equals("WITHOUT")) summaries.withoutMeeting(number, note.strip());
        history.add(number, decision.equals("WITHOUT") ? "WITHOUT_MEETING" : "MEET_AGAIN", note.strip());
    }

    // ---- out

    /** The leader lets the report be issued, or sends it back once more. */
    public void release(@OwnCase String number, String decision, @Nullable String reason) {
        approval.release(number, decision.equals("BACK"), reason);
    }

    /** From now on the public reads it; refused while it is unapproved, or somebody has no answer. */
    public void issue(@OwnCase String number) {
        approval.issue(number);
    }

    /** Heads and units get the circular (通报). */
    public void sendCircular(@OwnCase String number) {
        notices.issued(summaries.summary(number), versions.newest(number));
    }

    /** The first moment at which the report is late. */
    public Date issueBy(@OwnCase String number) {
        int year = summaries.summary(number).summaryYear();
        return Moments.date(
                LocalDate.of(year + 1, 1, 1).plusDays(settings.issueBy()).atStartOfDay(), clock);
    }

    /** From now on the leader's digest says that the report is not out. */
    public void noteLate(@OwnCase String number) {
        summaries.late(number);
        history.add(number, "LATE", null);
    }

    private Date due(int workingDays) {
        return Moments.date(calendar.deadline(LocalDateTime.now(clock), workingDays), clock);
    }
}
