package org.tiyanguan.experience.record;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tiyanguan.experience.Assignments;
import org.tiyanguan.experience.RecordContent;
import org.tiyanguan.experience.Visit;
import org.tiyanguan.ledger.feed.Similarity;
import org.tiyanguan.privacy.Passage;
import org.tiyanguan.rectification.Findings;
import org.tiyanguan.security.CurrentUser;

/** What an officer should look at before a record is sent. The officer decides; it may be sent as it is. */
@Component
class RecordHints {

    /**
     * Both are by the number of the finding and leave out findings without any.
     *
     * @param similar what may have been reported before
     * @param telling the fields in which something tells who the officer is
     */
    record Hints(Map<Integer, List<Similarity.Similar>> similar, Map<Integer, Map<String, List<Passage>>> telling) {

        List<Similarity.Similar> similarTo(int finding) {
            return similar.getOrDefault(finding, List.of());
        }

        Map<String, List<Passage>> tellingIn(int finding) {
            return telling.getOrDefault(finding, Map.of());
        }

        /** Says which passages the page marks. */
        String marked() {
            return Passage.marked(passages());
        }

        /** Whether the officer has to look first: nobody was asked yet, or words were typed since that tell more. */
        boolean areNewTo(RecordForm form) {
            boolean asked = form.isSure() || similar.isEmpty();
            return !asked || !Passage.wereShown(form.marked(), passages());
        }

        private Stream<Passage> passages() {
            return telling.values().stream()
                    .flatMap(fields -> fields.values().stream())
                    .flatMap(List::stream);
        }
    }

    private final Assignments assignments;
    private final Findings findings;
    private final CurrentUser user;

    RecordHints(Assignments assignments, Findings findings, CurrentUser user) {
        this.assignments = assignments;
        this.findings = findings;
        this.user = user;
    }

    /** @param visit null without an assignment */
    Hints of(@Nullable Visit visit, RecordContent content) {
        String department = visit == null
                ? null
                : assignments.assignment(visit.assignment()).department();
        String officer = user.id().orElseThrow();
        Map<Integer, List<Similarity.Similar>> similar = new HashMap<>();
        Map<Integer, Map<String, List<Passage>>> telling = new HashMap<>();
        for (int number : content.findings(List.of())) {
            List<Similarity.Similar> found = findings.similar(department, content.finding(number));
            if (!found.isEmpty()) similar.put(number, found);
            Map<String, List<Passage>> passages = findings.pointedOut(officer, content.finding(number));
            if (!passages.isEmpty()) telling.put(number, passages);
        }
        return new Hints(similar, telling);
    }
}
