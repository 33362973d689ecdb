package org.tiyanguan.experience.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.tiyanguan.core.Refusal;
import org.tiyanguan.engine.forms.StartForms;
import org.tiyanguan.experience.Assignment;
import org.tiyanguan.experience.Assignments;
import org.tiyanguan.experience.RecordContent;
import org.tiyanguan.experience.RecordPhotos;
import org.tiyanguan.experience.Records;
import org.tiyanguan.experience.Visit;
import org.tiyanguan.experience.survey.SurveyFigures;
import org.tiyanguan.ledger.feed.Similarity;
import org.tiyanguan.privacy.Passage;
import org.tiyanguan.rectification.Findings;

/** The page on which an officer fills a record in. */
@Component
class RecordPage {

    /** One finding as the page shows it: its fields under their names in the page. */
    record FindingPart(
            int number,
            List<StartForms.Field> fields,
            List<Similarity.Similar> similar,
            Map<String, List<Passage>> telling) {}

    private final Records records;
    private final Assignments assignments;
    private final Findings findings;
    private final RecordPhotos photos;
    private final RecordHints hints;
    private final Quotes quotes;
    private final SurveyFigures surveys;
    private final OwnRecords own;

    RecordPage(
            Records records,
            Assignments assignments,
            Findings findings,
            RecordPhotos photos,
            RecordHints hints,
            Quotes quotes,
            SurveyFigures surveys,
            OwnRecords own) {
        this.records = records;
        this.assignments = assignments;
        this.findings = findings;
        this.photos = photos;
        this.hints = hints;
        this.quotes = quotes;
        this.surveys = surveys;
        this.own = own;
    }

    ModelAndView of(OwnRecord shown) {
        return of(shown, stored(shown), Map.of());
    }

    /** With what is wrong with something else than the record. */
    ModelAndView refused(OwnRecord shown, Refusal refusal) {
        return with(HttpStatus.BAD_REQUEST, of(shown, stored(shown), refusal.byField()));
    }

    /** What the page said comes back with what is wrong; the newest draft may be overwritten knowingly. */
    ModelAndView refused(RecordIntake.Outcome outcome, RecordContent content) {
        Refusal refusal = Objects.requireNonNull(outcome.refusal(), "not refused");
        return with(HttpStatus.valueOf(refusal.status()), of(outcome.own(), content, refusal.byField()))
                .addObject("again", outcome.isKept() ? "saved" : "photos");
    }

    /** It is not sent yet: the officer looks first at what is marked. */
    ModelAndView lookAgain(OwnRecord kept, RecordContent content) {
        return of(kept, content, Map.of()).addObject("again", "saved").addObject("asks", true);
    }

    private static ModelAndView with(HttpStatus status, ModelAndView page) {
        page.setStatus(status);
        return page;
    }

    private RecordContent stored(OwnRecord shown) {
        return shown.record() == null ? new RecordContent(Map.of()) : records.content(shown.record());
    }

    private ModelAndView of(OwnRecord shown, RecordContent content, Map<String, String> faults) {
        Visit visit = shown.visit();
        Assignment assignment = visit == null ? null : assignments.assignment(visit.assignment());
        Map<String, RecordPhotos.Photos> stored = shown.record() == null ? Map.of() : photos.of(shown.record());
        List<Integer> numbers = new ArrayList<>(content.findings(stored.keySet()));
        // Without an assignment there is at least one, which stands there already.
        if (numbers.isEmpty() && assignment == null) numbers.add(1);
        RecordHints.Hints hinted = hints.of(shown.visit(), content);
        return new ModelAndView("officer/record")
                .addObject("me", own.me())
                .addObject("token", shown.token())
                .addObject("path", shown.path())
                .addObject("record", shown.record())
                .addObject("visit", shown.visit())
                .addObject("assignment", assignment)
                .addObject("items", assignment == null ? List.of() : assignment.itemList())
                .addObject(
                        "findings",
                        numbers.stream().map(number -> part(number, hinted)).toList())
                .addObject("marked", hinted.marked())
                .addObject("blank", fields(0))
                .addObject(
                        "nextFinding",
                        numbers.stream().mapToInt(Integer::intValue).max().orElse(0) + 1)
                .addObject("photos", stored)
                .addObject("way", visit == null ? null : surveys.way(visit).orElse(null))
                .addObject(
                        "survey",
                        visit == null || assignment == null
                                ? null
                                : surveys.of(assignment, visit).orElse(null))
                .addObject("quoted", quotes.of(content))
                .addObject("values", content.typed())
                .addObject("faults", faults);
    }

    private FindingPart part(int number, RecordHints.Hints hinted) {
        return new FindingPart(number, fields(number), hinted.similarTo(number), hinted.tellingIn(number));
    }

    private List<StartForms.Field> fields(int finding) {
        return findings.fields().stream()
                .map(field -> field.named(RecordContent.field(finding, field.key())))
                .toList();
    }
}
