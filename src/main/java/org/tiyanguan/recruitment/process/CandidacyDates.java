package org.tiyanguan.recruitment.process;

import java.util.Date;
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
        return dates.date(application.completeBy());
    }

    Date remindCompletionAt(Application application) {
        return dates.date(dates.reminder(application.completeBy()));
    }

    Date noticeUntil(Application application) {
        return dates.date(calls.call(application.callNumber()).noticeUntil());
    }

    Date eraseAt(Application application) {
        return dates.date(application.settledAt().plusDays(settings.eraseDays()));
    }
}
