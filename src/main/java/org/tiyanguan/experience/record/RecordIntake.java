package org.tiyanguan.experience.record;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tiyanguan.core.Once;
import org.tiyanguan.core.Refusal;
import org.tiyanguan.experience.ExperienceRecord;
import org.tiyanguan.experience.ExperienceTexts;
import org.tiyanguan.experience.RecordPhotos;
import org.tiyanguan.experience.Records;
import org.tiyanguan.experience.Visit;

/**
 * Takes what the page of a record sends: keeps it as a draft, lets the officer look again where that is due, and sends
 * it, once, however often it arrives. Each of these is a transaction of its own, so that nothing that was typed is lost
 * when a later one is refused.
 */
@Component
class RecordIntake {

    /** What became of it. */
    enum Result {
        DISCARDED,
        KEPT,
        LOOK_AGAIN,
        SENT,
        REFUSED
    }

    /**
     * @param own the record as it stands now
     * @param isKept whether what was typed is kept and the photos with it; if not, the phone still has them
     * @param refusal null unless it was refused
     */
    record Outcome(
            Result result,
            OwnRecord own,
            boolean isKept,
            @Nullable Refusal refusal) {

        private static Outcome of(Result result, OwnRecord own) {
            return new Outcome(result, own, true, null);
        }
    }

    private final OwnRecords own;
    private final Records records;
    private final RecordPhotos photos;
    private final RecordHints hints;
    private final RecordSubmission submission;
    private final ExperienceTexts texts;

    RecordIntake(
            OwnRecords own,
            Records records,
            RecordPhotos photos,
            RecordHints hints,
            RecordSubmission submission,
            ExperienceTexts texts) {
        this.own = own;
        this.records = records;
        this.photos = photos;
        this.hints = hints;
        this.submission = submission;
        this.texts = texts;
    }

    /** The same page may arrive twice at once; the second goes on with the record of the first. */
    Outcome take(OwnRecord shown, RecordForm form) {
        return Once.act(() -> tryTo(shown, form), () -> ofTheFirst(shown).map(first -> tryTo(first, form)));
    }

    private Outcome tryTo(OwnRecord shown, RecordForm form) {
        if (shown.isSent()) return Outcome.of(Result.SENT, shown);
        if (form.discards() && shown.visit() == null) {
            if (shown.record() != null) records.discard(shown.record());
            return Outcome.of(Result.DISCARDED, shown);
        }
        OwnRecord kept = shown;
        try {
            kept = keep(shown, form);
            if (!form.sends()) return Outcome.of(Result.KEPT, kept);
            if (hints.of(kept.visit(), form.content()).areNewTo(form)) return Outcome.of(Result.LOOK_AGAIN, kept);
            submission.send(kept.kept().number());
            return Outcome.of(Result.SENT, own.again(kept));
        } catch (Refusal refusal) {
            OwnRecord newest = own.again(kept);
            return newest.isSent()
                    ? Outcome.of(Result.SENT, newest)
                    : new Outcome(Result.REFUSED, newest, kept != shown, refusal);
        }
    }

    private OwnRecord keep(OwnRecord shown, RecordForm form) {
        if (!shown.token().matches("[0-9a-zA-Z-]{8,64}")) throw texts.refusal(null, "token");
        Visit visit = shown.visit();
        if (visit != null && visit.state() != Visit.State.ACCEPTED) throw texts.refusal(null, "visit-over");
        ExperienceRecord record = records.save(
                own.me(),
                shown.token(),
                visit == null ? null : visit.id(),
                form.revision(),
                form.content(),
                photos.prepare(form.photos()),
                form.dropped());
        return new OwnRecord(visit, record, record.token());
    }

    private Optional<OwnRecord> ofTheFirst(OwnRecord shown) {
        OwnRecord first = own.again(shown);
        return Optional.of(first).filter(found -> found.record() != null);
    }
}
