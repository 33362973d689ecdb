package org.tiyanguan.recruitment.site;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tiyanguan.engine.CaseMessages;
import org.tiyanguan.recruitment.Annex;
import org.tiyanguan.recruitment.ApplicationDiagram;
import org.tiyanguan.recruitment.ApplicationFiles;
import org.tiyanguan.recruitment.ApplicationFiles.Kind;
import org.tiyanguan.recruitment.Applications;
import org.tiyanguan.recruitment.Eligibility;
import org.tiyanguan.recruitment.Photo;
import org.tiyanguan.recruitment.RecruitmentHistory;
import org.tiyanguan.recruitment.RecruitmentHistory.Step;
import org.tiyanguan.recruitment.RecruitmentTexts;

/** Takes what an applicant without an account completes. */
@Component
@Transactional
public class Completion {

    private final Applications applications;
    private final ApplicationFiles files;
    private final Eligibility eligibility;
    private final RecruitmentHistory history;
    private final CaseMessages messages;
    private final RecruitmentTexts texts;

    Completion(
            Applications applications,
            ApplicationFiles files,
            Eligibility eligibility,
            RecruitmentHistory history,
            CaseMessages messages,
            RecruitmentTexts texts) {
        this.applications = applications;
        this.files = files;
        this.eligibility = eligibility;
        this.history = history;
        this.messages = messages;
        this.texts = texts;
    }

    /**
     * The applicant completes what was sent back.
     *
     * @param photo null to keep the one there is
     */
    public void complete(String number, Annex annex, byte @Nullable [] photo) {
        applications.write(number, eligibility.check(annex));
        if (photo != null) files.put(number, Kind.PHOTO, Photo.TYPE, photo);
        history.record(number, Step.COMPLETE, "");
        if (!messages.send(ApplicationDiagram.Message.COMPLETED, number, Map.of()))
            throw texts.refusal(null, "not-asked");
    }
}
