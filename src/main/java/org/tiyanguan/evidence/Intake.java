package org.tiyanguan.evidence;

import java.util.ArrayList;
import java.util.List;
import org.springframework.core.io.Resource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.tiyanguan.core.Refusal;
import org.tiyanguan.core.Texts;
import org.tiyanguan.pictures.BadPicture;
import org.tiyanguan.pictures.BadPicture.Fault;
import org.tiyanguan.pictures.PictureFaults;
import org.tiyanguan.pictures.Pictures;
import org.tiyanguan.pictures.Room;

/**
 * Makes of files that somebody sent what is kept of them. That takes time and memory, so it comes before the
 * transaction that stores them: no connection is held meanwhile, and each file waits on the disk until it is its turn.
 */
@Component
public class Intake {

    private static final int LARGEST = 15 * 1024 * 1024;
    private static final int LONGEST_SIDE = 2000;
    private static final int THUMBNAIL = 320;

    private final Pictures pictures;
    private final PictureFaults faults;
    private final Evidence evidence;
    private final EvidenceSettings settings;
    private final Room room;
    private final Texts texts;

    Intake(
            Pictures pictures,
            PictureFaults faults,
            Evidence evidence,
            EvidenceSettings settings,
            Room room,
            Texts texts) {
        this.pictures = pictures;
        this.faults = faults;
        this.evidence = evidence;
        this.settings = settings;
        this.room = room;
        this.texts = texts;
    }

    /** Prepares and adds them. */
    public void add(String number, EvidenceAccess access, List<? extends Resource> files) {
        List<Prepared> prepared = prepare(access, files);
        long largest = prepared.stream().mapToLong(Prepared::length).max().orElse(0);
        try (Room.Held held = room.hold(2 * largest)) {
            evidence.add(number, access, prepared);
        } catch (DuplicateKeyException sentTwiceAtOnce) {
            // The other one is there by now, and is left out.
            evidence.add(number, access, prepared);
        }
    }

    /**
     * For {@link Evidence#add}.
     *
     * @throws Refusal that says which of them is no good and why, or that too many send files at this moment
     */
    public List<Prepared> prepare(EvidenceAccess access, List<? extends Resource> files) {
        if (!access.mayAdd()) throw refusal("closed");
        if (files.isEmpty()) throw refusal("none");
        if (files.size() > settings.atOnce()) throw refusal("too-many-at-once", settings.atOnce());
        List<Prepared> prepared = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) prepared.add(prepare(files.get(i), i + 1, access));
        return prepared;
    }

    private Prepared prepare(Resource file, int place, EvidenceAccess access) {
        if (Pictures.length(file) > LARGEST) throw refusal("large", place);
        // A document names its author, and so tells who the officer is.
        boolean officers = access.side().equals(EvidenceAccess.OFFICER);
        if (!officers && FileTypes.isPdf(file)) return Prepared.pdf(file);
        try {
            List<byte[]> made = pictures.fit(file, LONGEST_SIDE, THUMBNAIL);
            return Prepared.picture(made.get(0), made.get(1));
        } catch (BadPicture bad) {
            if (bad.fault() == Fault.NONE) throw refusal(officers ? "type-photo" : "type", place);
            String subject = texts.of("evidence.place", place);
            throw new Refusal("files", faults.sentence(subject, bad));
        }
    }

    private Refusal refusal(String key, Object... values) {
        return new Refusal("files", texts.of("evidence.refusal." + key, values));
    }
}
