package org.tiyanguan.recruitment.process;

import java.util.Objects;
import org.springframework.stereotype.Component;
import org.tiyanguan.officer.Activations;
import org.tiyanguan.officer.Officer;
import org.tiyanguan.officer.Officers;
import org.tiyanguan.recruitment.Annex;
import org.tiyanguan.recruitment.Application;
import org.tiyanguan.recruitment.ApplicationState;
import org.tiyanguan.recruitment.Applications;
import org.tiyanguan.recruitment.Calls;
import org.tiyanguan.recruitment.RecruitmentHistory.Step;
import org.tiyanguan.recruitment.RecruitmentNotices;
import org.tiyanguan.recruitment.RecruitmentNumbers;

/** Makes an officer of a candidate. */
@Component
class Appointment {

    private final Calls calls;
    private final Applications applications;
    private final Settlement settlement;
    private final Officers officers;
    private final Activations activations;
    private final RecruitmentNumbers numbers;
    private final RecruitmentNotices notices;

    Appointment(
            Calls calls,
            Applications applications,
            Settlement settlement,
            Officers officers,
            Activations activations,
            RecruitmentNumbers numbers,
            RecruitmentNotices notices) {
        this.calls = calls;
        this.applications = applications;
        this.settlement = settlement;
        this.officers = officers;
        this.activations = activations;
        this.numbers = numbers;
        this.notices = notices;
    }

    void appoint(String number) {
        Application application = applications.application(number);
        Annex person = application.person();
        settlement.settle(number, ApplicationState.APPOINTED, Step.APPOINT);
        Officer officer = officers.appoint(
                new Officers.Appointee(
                        number,
                        person.name(),
                        person.phone(),
                        person.email(),
                        person.employer(),
                        application.unit(),
                        Objects.requireNonNull(application.category(), "the leader gave it")),
                numbers.nextLetter(),
                calls.call(application.callNumber()).termMonths());
        notices.appointed(application, officer, activations.link(officer.account()));
    }
}
