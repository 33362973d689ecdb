package org.tiyanguan.annual.process;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Date;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tiyanguan.annual.AnnualSettings;
import org.tiyanguan.annual.Summaries;
import org.tiyanguan.annual.Version;
import org.tiyanguan.annual.Versions;
import org.tiyanguan.calendar.WorkCalendar;
import org.tiyanguan.colleague.CaseSteps;
import org.tiyanguan.core.Moments;
import org.tiyanguan.engine.ForModels;
import org.tiyanguan.engine.OwnCase;

/** What {@code annual-correction.bpmn} calls: a further version of a report that is out. */
@ForModels
@Component("annualCorrection")
@Transactional
public class CorrectionWork {

    private final Summaries summaries;
    private final Versions versions;
    private final ReportApproval approval;
    private final AnnualNotices notices;
    private final CaseSteps history;
    private final AnnualSettings settings;
    private final WorkCalendar calendar;
    private final Clock clock;

    CorrectionWork(
            Summaries summaries,
            Versions versions,
            ReportApproval approval,
            AnnualNotices notices,
            CaseSteps history,
            AnnualSettings settings,
            WorkCalendar calendar,
            Clock clock) {
        this.summaries = summaries;
        this.versions = versions;
        this.approval = approval;
        this.notices = notices;
        this.history = history;
        this.settings = settings;
        this.calendar = calendar;
        this.clock = clock;
    }

    public Date correctDue() {
        return due(settings.correctionDays());
    }

    /** The correction goes to the leader, or is given up. */
    public void submit(@OwnCase String number, String decision, @Nullable String note) {
        if (decision.equals("DROP")) {
            Version version = versions.newest(number);
            versions.drop(version);
            history.add(number, "DROP", null);
        } else approval.submit(number, note);
    }

    public Date leaderDue() {
        return due(settings.leaderDays());
    }

    public void approve(@OwnCase String number, String decision, @Nullable String reason) {
        if (decision.equals("BACK")) approval.sendBack(number, "approvalReason", reason);
        else approval.approve(number);
    }

    /** From now on the public reads this version; the one before stays readable for the centre. */
    public void issue(@OwnCase String number) {
        approval.issue(number);
    }

    /** Heads and units get the erratum (勘误). */
    public void sendErratum(@OwnCase String number) {
        notices.issued(summaries.summary(number), versions.newest(number));
    }

    private Date due(int workingDays) {
        return Moments.date(calendar.deadline(LocalDateTime.now(clock), workingDays), clock);
    }
}
