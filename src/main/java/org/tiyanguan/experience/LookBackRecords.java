package org.tiyanguan.experience;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tiyanguan.ledger.LookBack;

/** What the record of an officer says who looked back on what was mended: the first item asks whether it is gone. */
@Component
public class LookBackRecords {

    /** The rating of what is gone, and of what is gone nearly; fewer mean that it is not mended. */
    private static final int GONE = 4;

    private final Records records;
    private final ExperienceTexts texts;

    LookBackRecords(Records records, ExperienceTexts texts) {
        this.records = records;
        this.texts = texts;
    }

    /** Empty where the officer did not see it. */
    public Optional<LookBack> found(ExperienceRecord record) {
        String rating = records.content(record).of(RecordContent.rating(0));
        if (!rating.matches("[1-5]")) return Optional.empty();
        return Optional.of(Integer.parseInt(rating) >= GONE ? LookBack.GONE : LookBack.STILL);
    }

    /** @throws org.tiyanguan.core.Refusal if the problem is still there, and none of the findings says how */
    public void check(ExperienceRecord record, List<Integer> findings) {
        if (findings.isEmpty() && found(record).filter(LookBack.STILL::equals).isPresent())
            throw texts.refusal(RecordContent.rating(0), "look-back.finding");
    }
}
