package org.tiyanguan.recruitment.staff;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tiyanguan.recruitment.Application;
import org.tiyanguan.recruitment.ApplicationFiles;
import org.tiyanguan.recruitment.ApplicationFiles.Content;
import org.tiyanguan.recruitment.ApplicationFiles.Kind;
import org.tiyanguan.recruitment.RecruitmentHistory;
import org.tiyanguan.recruitment.RecruitmentHistory.Step;
import org.tiyanguan.recruitment.RecruitmentTexts;
import org.tiyanguan.security.CurrentUser;
import org.tiyanguan.security.Roles;

/** The photo and the scan with the unit's seal that unit or centre put to an application while it is open. */
@Component
@Transactional
class Attachments {

    private final ApplicationFiles files;
    private final RecruitmentHistory history;
    private final CurrentUser user;
    private final RecruitmentTexts texts;

    Attachments(ApplicationFiles files, RecruitmentHistory history, CurrentUser user, RecruitmentTexts texts) {
        this.files = files;
        this.history = history;
        this.user = user;
        this.texts = texts;
    }

    boolean mayAttach(Application application) {
        return !application.state().isSettled()
                && (user.is(Roles.CENTER) || user.groups().contains(application.unit()));
    }

    void attach(Application application, Kind kind, Content file) {
        if (!mayAttach(application)) throw texts.refusal("file", "settled");
        files.put(application.number(), kind, file.type(), file.content());
        history.record(application.number(), Step.ATTACH, texts.label("file", kind));
    }
}
