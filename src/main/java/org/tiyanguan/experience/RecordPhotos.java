package org.tiyanguan.experience;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.tiyanguan.evidence.Evidence;
import org.tiyanguan.evidence.EvidenceAccess;
import org.tiyanguan.evidence.EvidenceBoxes;
import org.tiyanguan.evidence.Piece;

/** The photos of records, by the item or finding that they belong to. */
@Component
class RecordPhotos {

    private static final EvidenceAccess OFFICERS = new EvidenceAccess(EvidenceAccess.OFFICER, false, true);

    /** {@code link} leads to their page. */
    record Photos(String link, List<Piece> pieces) {}

    private final Evidence evidence;
    private final EvidenceBoxes boxes;

    RecordPhotos(Evidence evidence, EvidenceBoxes boxes) {
        this.evidence = evidence;
        this.boxes = boxes;
    }

    Map<String, Photos> of(ExperienceRecord record) {
        Map<String, Photos> photos = new TreeMap<>();
        evidence.placesWithin(record.photosOf("")).forEach(place -> {
            String number = record.photosOf(place);
            photos.put(place, new Photos(boxes.path(number), evidence.of(number, OFFICERS)));
        });
        return photos;
    }

    /** The pages with photos of items, by the items' positions. */
    Map<Integer, String> ofItems(ExperienceRecord record) {
        Map<Integer, String> links = new TreeMap<>();
        of(record).forEach((place, photos) -> {
            if (place.startsWith("i")) links.put(Integer.valueOf(place.substring(1)), photos.link());
        });
        return links;
    }
}
