package org.tiyanguan.recruitment;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.tiyanguan.officer.OfficerCategory;

/** The places of a call and who has them. */
@Component
public class Places {

    /** {@code taken} counts those on the shortlist and those appointed. */
    public record Place(OfficerCategory category, String label, int places, long taken) {

        public boolean isFull() {
            return taken >= places;
        }
    }

    private final Calls calls;
    private final Applications applications;
    private final RecruitmentTexts texts;

    Places(Calls calls, Applications applications, RecruitmentTexts texts) {
        this.calls = calls;
        this.applications = applications;
        this.texts = texts;
    }

    /** Lists the places of each category, also of those for which the call has none. */
    public List<Place> of(String call) {
        Map<OfficerCategory, Integer> places = calls.places(call);
        List<Application> all = applications.of(call);
        return Arrays.stream(OfficerCategory.values())
                .map(category -> new Place(
                        category,
                        texts.label("category", category),
                        places.getOrDefault(category, 0),
                        all.stream()
                                .filter(application -> application.takesPlaceOf(category))
                                .count()))
                .toList();
    }
}
