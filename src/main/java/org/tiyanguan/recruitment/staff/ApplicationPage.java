package org.tiyanguan.recruitment.staff;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.tiyanguan.officer.Officers;
import org.tiyanguan.privacy.Masked;
import org.tiyanguan.recruitment.Annex;
import org.tiyanguan.recruitment.Application;
import org.tiyanguan.recruitment.ApplicationFiles;
import org.tiyanguan.recruitment.ApplicationFiles.Kind;
import org.tiyanguan.recruitment.Calls;
import org.tiyanguan.recruitment.RecruitmentHistory;
import org.tiyanguan.security.People;

/** The page of one application. */
@Component
class ApplicationPage {

    private final Calls calls;
    private final ApplicationFiles files;
    private final Attachments attachments;
    private final Officers officers;
    private final Renewals renewals;
    private final RecruitmentHistory history;
    private final ApplicationAccess access;
    private final OwnTask task;
    private final People people;

    ApplicationPage(
            Calls calls,
            ApplicationFiles files,
            Attachments attachments,
            Officers officers,
            Renewals renewals,
            RecruitmentHistory history,
            ApplicationAccess access,
            OwnTask task,
            People people) {
        this.calls = calls;
        this.files = files;
        this.attachments = attachments;
        this.officers = officers;
        this.renewals = renewals;
        this.history = history;
        this.access = access;
        this.task = task;
        this.people = people;
    }

    /** @param whole whether nothing is masked */
    ModelAndView of(Application application, boolean whole, HttpStatus status) {
        String number = application.number();
        boolean inFull = access.mayReadInFull();
        return person(new ModelAndView("recruitment/application", status), application.person(), whole)
                .addObject("candidate", application)
                .addObject("call", calls.call(application.callNumber()))
                .addObject("unit", application.unit() == null ? null : people.nameOfGroup(application.unit()))
                .addObject("whole", whole)
                .addObject("mayReadInFull", inFull && application.erasedAt() == null)
                .addObject("photo", files.has(number, Kind.PHOTO))
                .addObject("sealed", files.has(number, Kind.SEALED))
                .addObject("attaches", attachments.mayAttach(application))
                .addObject("officer", officers.of(number).orElse(null))
                .addObject("registered", inFull)
                .addObject("renews", renewals.mayRenew(application))
                .addObject("opinion", inFull || application.state().isDecided())
                .addObject("history", inFull ? history.of(number) : history.toldOf(number))
                .addObject("task", task.of(number).orElse(null));
    }

    private static ModelAndView person(ModelAndView page, Annex person, boolean whole) {
        return page.addObject("birthDate", whole ? person.birthDate() : Masked.birthDate(person.birthDate()))
                .addObject("phone", whole ? person.phone() : Masked.phone(person.phone()))
                .addObject("email", whole ? person.email() : Masked.email(person.email()))
                .addObject("health", whole ? person.health() : Masked.HIDDEN)
                .addObject("address", whole ? person.address() : Masked.HIDDEN);
    }
}
