package org.tiyanguan.recruitment.staff;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tiyanguan.officer.Activations;
import org.tiyanguan.officer.Officers;
import org.tiyanguan.recruitment.Application;
import org.tiyanguan.recruitment.RecruitmentNotices;
import org.tiyanguan.security.CurrentUser;
import org.tiyanguan.security.Roles;

/** Sends an officer who lost the mail another link; the old one ends only if the new one is on its way. */
@Component
@Transactional
class Renewals {

    private final Officers officers;
    private final Activations activations;
    private final RecruitmentNotices notices;
    private final CurrentUser user;

    Renewals(Officers officers, Activations activations, RecruitmentNotices notices, CurrentUser user) {
        this.officers = officers;
        this.activations = activations;
        this.notices = notices;
        this.user = user;
    }

    /** Whether the officer has not set a password yet, and has a mail address to which a link can be sent. */
    @Transactional(readOnly = true)
    public boolean mayRenew(Application application) {
        return user.is(Roles.CENTER)
                && application.person().email() != null
                && officers.of(application.number())
                        .filter(officer -> !activations.isActive(officer.account()))
                        .isPresent();
    }

    /** Whether a link was sent. */
    public boolean renew(Application application) {
        if (!mayRenew(application)) return false;
        officers.of(application.number())
                .ifPresent(officer -> notices.activate(application, officer, activations.link(officer.account())));
        return true;
    }
}
