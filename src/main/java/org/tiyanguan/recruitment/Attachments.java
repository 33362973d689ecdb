package org.tiyanguan.recruitment;

import java.util.Set;
import org.apache.tika.Tika;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tiyanguan.recruitment.ApplicationFiles.Kind;
import org.tiyanguan.recruitment.RecruitmentHistory.Step;
import org.tiyanguan.security.CurrentUser;
import org.tiyanguan.security.Roles;

/** The photo and the scan with the unit's seal that unit or centre put to an application while it is open. */
@Component
@Transactional
class Attachments {

    private static final int LARGEST_SCAN = 10 * 1024 * 1024;

    private static final Set<String> SCANS = Set.of("application/pdf", "image/jpeg", "image/png");

    /** What a file is, its content says, not its name. */
    private final Tika detector = new Tika();

    private final ApplicationFiles files;
    private final Photo photos;
    private final RecruitmentHistory history;
    private final CurrentUser user;
    private final Texts texts;

    Attachments(ApplicationFiles files, Photo photos, RecruitmentHistory history, CurrentUser user, Texts texts) {
        this.files = files;
        this.photos = photos;
        this.history = history;
        this.user = user;
        this.texts = texts;
    }

    boolean mayAttach(Application application) {
        return !application.state().isSettled() && (user.is(Roles.CENTER) || user.groups().contains(application.unit()));
    }

    /** @throws org.tiyanguan.engine.Refusal for a file that is too large or no such thing */
    void attach(Application application, Kind kind, byte[] file) {
        if (!mayAttach(application)) throw texts.refusal("file", "settled");
        if (kind == Kind.PHOTO) files.put(application.number(), kind, Photo.TYPE, photos.read(file));
        else files.put(application.number(), kind, typeOfScan(file), file);
        history.record(application.number(), Step.ATTACH, texts.label("file", kind));
    }

    private String typeOfScan(byte[] file) {
        if (file.length == 0) throw texts.refusal("file", "scan-missing");
        if (file.length > LARGEST_SCAN) throw texts.refusal("file", "scan-large");
        String type = detector.detect(file);
        if (!SCANS.contains(type)) throw texts.refusal("file", "scan-type");
        return type;
    }
}
