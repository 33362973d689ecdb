package org.tiyanguan.experience;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;
import org.tiyanguan.core.Refusal;
import org.tiyanguan.evidence.Evidence;
import org.tiyanguan.evidence.EvidenceAccess;
import org.tiyanguan.evidence.EvidenceBoxes;
import org.tiyanguan.evidence.Intake;
import org.tiyanguan.evidence.Piece;
import org.tiyanguan.evidence.Prepared;
import org.tiyanguan.pictures.Crowded;

/** The photos of records, by the item or finding that they belong to. */
@Component
public class RecordPhotos {

    private static final EvidenceAccess OFFICERS = new EvidenceAccess(EvidenceAccess.OFFICER, false, true);

    /** As an officer adds them. */
    static final EvidenceAccess TAKEN = new EvidenceAccess(EvidenceAccess.OFFICER, true, true);

    /** {@code link} leads to their page. */
    public record Photos(String link, List<Piece> pieces) {}

    private final Intake intake;
    private final Evidence evidence;
    private final EvidenceBoxes boxes;

    RecordPhotos(Intake intake, Evidence evidence, EvidenceBoxes boxes) {
        this.intake = intake;
        this.evidence = evidence;
        this.boxes = boxes;
    }

    /**
     * For {@link Records#save}, which comes after this: no connection is held while pictures are unfolded.
     *
     * @param sent by their place
     */
    public Map<String, List<Prepared>> prepare(Map<String, List<Resource>> sent) {
        Map<String, List<Prepared>> prepared = new TreeMap<>();
        sent.forEach((place, files) -> {
            try {
                prepared.put(place, intake.prepare(TAKEN, files));
            } catch (Crowded crowded) {
                throw crowded;
            } catch (Refusal refusal) {
                throw at(place, refusal);
            }
        });
        return prepared;
    }

    static Refusal at(String place, Refusal refusal) {
        return new Refusal("photos-" + place, refusal.getMessage());
    }

    public Map<String, Photos> of(ExperienceRecord record) {
        Map<String, Photos> photos = new TreeMap<>();
        evidence.placesWithin(record.photosOf("")).forEach(place -> {
            String number = record.photosOf(place);
            photos.put(place, new Photos(boxes.path(number), evidence.of(number, OFFICERS)));
        });
        return photos;
    }

    /** The pages with photos of items, by the items' positions. */
    public Map<Integer, String> ofItems(ExperienceRecord record) {
        Map<Integer, String> links = new TreeMap<>();
        of(record).forEach((place, photos) -> {
            if (place.startsWith("i")) links.put(Integer.valueOf(place.substring(1)), photos.link());
        });
        return links;
    }
}
