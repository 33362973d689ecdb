package org.tiyanguan.recruitment.process;

import java.util.Date;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.tiyanguan.recruitment.Application;
import org.tiyanguan.recruitment.Calls;
import org.tiyanguan.recruitment.Dates;
import org.tiyanguan.recruitment.RecruitmentSettings;

/** When the diagram's timers of a candidacy are due. */
@Component
class CandidacyDates {

    private final Calls calls;
    private final Dates dates;
    private final RecruitmentSettings settings;

    CandidacyDates(Calls calls, Dates dates, RecruitmentSettings settings) {
        this.calls = calls;
        this.dates = dates;
        this.settings = settings;
    }

    /** In working days. */
    int usualCompletionDays() {
        return settings.completionDays();
    }

    Date completeBy(Application application) {
        return dates.date(application.completionDue());
    }

    Date remindCompletionAt(Application application) {
        return dates.date(dates.reminder(application.completionDue()));
    }

    Date noticeUntil(Application application) {
        return dates.date(calls.call(application.callNumber()).endOfNotice());
    }

    Date eraseAt(Application application) {
        return dates.date(
                Objects.requireNonNull(application.settledAt(), "not settled").plusDays(settings.eraseDays()));
    }
}
