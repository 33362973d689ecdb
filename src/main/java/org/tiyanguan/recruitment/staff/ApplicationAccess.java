package org.tiyanguan.recruitment.staff;

import org.springframework.stereotype.Component;
import org.tiyanguan.audit.AuditKind;
import org.tiyanguan.audit.AuditLog;
import org.tiyanguan.core.NotFound;
import org.tiyanguan.recruitment.Application;
import org.tiyanguan.recruitment.Applications;
import org.tiyanguan.recruitment.RecruitmentTexts;
import org.tiyanguan.security.CurrentUser;

/** Knows who may read which application, and logs each look at what says more than a name. */
@Component
class ApplicationAccess {

    private final Applications applications;
    private final CurrentUser user;
    private final AuditLog audit;
    private final RecruitmentTexts texts;

    ApplicationAccess(Applications applications, CurrentUser user, AuditLog audit, RecruitmentTexts texts) {
        this.applications = applications;
        this.user = user;
        this.audit = audit;
        this.texts = texts;
    }

    /** Finds an application; those of others are not there at all. */
    Application readable(String number) {
        return applications.find(number).filter(this::mayRead).orElseThrow(NotFound::new);
    }

    /** Centre and leader may read all of them, a unit may read those of its own candidates. */
    boolean mayRead(Application application) {
        return user.seesEverything() || user.groups().contains(application.unit());
    }

    /** Whether they are of those who decide; others see phone, birth date, health and address masked. */
    boolean mayReadInFull() {
        return user.seesEverything();
    }

    /** @param what was read: a key of {@code recruitment.read} */
    void hasRead(String number, String what) {
        audit.record(AuditKind.PERSONAL, texts.of("read." + what, number));
    }
}
