package org.tiyanguan.practice.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tiyanguan.core.PlainText;
import org.tiyanguan.engine.ForModels;
import org.tiyanguan.engine.ForTask;
import org.tiyanguan.engine.OwnCase;
import org.tiyanguan.evidence.Evidence;
import org.tiyanguan.evidence.EvidenceBoxes;
import org.tiyanguan.ledger.Entry;
import org.tiyanguan.ledger.Ledger;
import org.tiyanguan.ledger.PublicTexts;
import org.tiyanguan.practice.Adoption;
import org.tiyanguan.practice.Adoptions;
import org.tiyanguan.practice.Candidates;
import org.tiyanguan.practice.Practice;
import org.tiyanguan.practice.PracticeRelapses;
import org.tiyanguan.practice.PracticeText;
import org.tiyanguan.practice.PracticeTexts;
import org.tiyanguan.practice.PracticeVersions;
import org.tiyanguan.practice.Practices;
import org.tiyanguan.practice.Relapse;
import org.tiyanguan.security.People;

/**
 * The one small view that feeds each form of {@code good-practice.bpmn}, as JSON made when the task is created. What
 * departments get names nobody who reported or nominated.
 */
@ForModels
@ForTask
@Component("practiceViews")
@Transactional(readOnly = true)
public class PracticeViews {

    private record Option(String label, String value) {}

    private final Practices practices;
    private final PracticeVersions versions;
    private final Adoptions adoptions;
    private final PracticeRelapses relapses;
    private final Candidates candidates;
    private final Ledger ledger;
    private final PublicTexts entries;
    private final Evidence evidence;
    private final EvidenceBoxes boxes;
    private final People people;
    private final PracticeTexts texts;
    private final ObjectMapper json;

    PracticeViews(
            Practices practices,
            PracticeVersions versions,
            Adoptions adoptions,
            PracticeRelapses relapses,
            Candidates candidates,
            Ledger ledger,
            PublicTexts entries,
            Evidence evidence,
            EvidenceBoxes boxes,
            People people,
            PracticeTexts texts,
            ObjectMapper json) {
        this.practices = practices;
        this.versions = versions;
        this.adoptions = adoptions;
        this.relapses = relapses;
        this.candidates = candidates;
        this.ledger = ledger;
        this.entries = entries;
        this.evidence = evidence;
        this.boxes = boxes;
        this.people = people;
        this.texts = texts;
        this.json = json;
    }

    /** Who nominated which entry, and why. */
    public String toNominate(@OwnCase String number) {
        Practice practice = practices.practice(number);
        Map<String, Object> view = ofEntry(practice);
        String who = texts.label("nominator", practice.nominatedBy());
        view.put(
                "nominatedBy",
                PlainText.of(practice.nominator() == null ? who : who + " " + people.nameOf(practice.nominator())));
        view.put("why", PlainText.of(practice.nominatedWhy()));
        return write(view);
    }

    /** What the centre writes from and chooses from, and what others say of its last text. */
    @Transactional
    public String toWrite(@OwnCase String number) {
        Practice practice = practices.practice(number);
        Map<String, Object> view = ofEntry(practice);
        view.put("remark", PlainText.of(practice.remark()));
        view.put("correction", PlainText.of(practice.correction()));
        view.put("evidence", boxes.path(practice.ledger()));
        view.put("revised", practice.isPublic());
        view.put("relapses", relapses(number));
        view.put(
                "departments",
                candidates.departments(practice.ledger()).stream()
                        .map(code -> new Option(PlainText.of(people.departmentName(code)), code))
                        .toList());
        view.put(
                "photos",
                evidence.pictures(practice.ledger()).stream()
                        .map(piece -> new Option(piece.name(), String.valueOf(piece.id())))
                        .toList());
        return write(view);
    }

    /** The text as its department checks it. */
    public String toCheck(@OwnCase String number) {
        return write(ofText(practices.practice(number), true));
    }

    /** The text as the officer reads it who is to be named. */
    public String toConsent(@OwnCase String number) {
        Practice practice = practices.practice(number);
        Map<String, Object> view = ofText(practice, false);
        view.put("link", "/officer/practices/" + number);
        return write(view);
    }

    /** The text with what department and officer said, or that they kept silent, for the leader. */
    public String toApprove(@OwnCase String number) {
        Practice practice = practices.practice(number);
        Map<String, Object> view = ofText(practice, false);
        view.put("ledger", practice.ledger());
        view.put(
                "checked",
                texts.label("checked", Objects.requireNonNullElse(practice.checked(), Practice.Checked.SILENT)));
        boolean names = versions.newest(number).map(PracticeText::namesOfficer).orElse(false);
        view.put(
                "consent",
                names
                        ? texts.label(
                                "consent", Objects.requireNonNullElse(practice.consent(), Practice.Consent.SILENT))
                        : texts.of("consent.none"));
        view.put("revised", practice.isPublic());
        return write(view);
    }

    /** The published text as another department reads it that is asked what it does. */
    public String toAdopt(@OwnCase(Adoptions.class) long adoption) {
        return write(ofPublic(practices.practice(adoptions.adoption(adoption).practice()), true));
    }

    /** What the centre judges the effect by. */
    public String toCheckEffect(@OwnCase String number) {
        return write(forJudgement(practices.practice(number)));
    }

    /** As {@link #toCheckEffect}, with the finding about the same problem. */
    public String toLookAtRelapse(@OwnCase(PracticeRelapses.class) long relapse) {
        Relapse one = relapses.relapse(relapse);
        Map<String, Object> view = forJudgement(practices.practice(one.practice()));
        Entry again = ledger.entry(one.ledger());
        view.put("again", again.number());
        view.put("againTitle", PlainText.of(again.publicText().title()));
        view.put("againText", PlainText.of(again.publicText().description()));
        return write(view);
    }

    private Map<String, Object> forJudgement(Practice practice) {
        Map<String, Object> view = ofPublic(practice, false);
        view.put("ledger", practice.ledger());
        view.put("since", texts.time(practice.since()));
        List<Adoption> all = adoptions.of(practice.number());
        view.put(
                "adoptions",
                texts.of(
                        "adoptions",
                        all.size(),
                        count(all, Adoption.Answer.APPLIED),
                        count(all, Adoption.Answer.ALREADY),
                        count(all, Adoption.Answer.NOT_APPLICABLE)));
        view.put("relapses", relapses(practice.number()));
        return view;
    }

    private static long count(List<Adoption> all, Adoption.Answer answer) {
        return all.stream().filter(one -> one.answer() == answer).count();
    }

    /** Null where the problem never came back. */
    private @Nullable String relapses(String number) {
        String all = relapses.of(number).stream()
                .map(one -> one.ledger() + "　" + texts.time(one.notedAt()))
                .collect(Collectors.joining("\n\n"));
        return all.isEmpty() ? null : all;
    }

    private Map<String, Object> ofEntry(Practice practice) {
        Entry entry = ledger.entry(practice.ledger());
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("number", practice.number());
        view.put("title", PlainText.of(practice.title()));
        view.put("ledger", entry.number());
        view.put("link", "/ledger/" + entry.number());
        view.put("serviceItem", PlainText.of(practice.serviceItem()));
        view.put("description", PlainText.of(entry.publicText().description()));
        view.put("rating", entry.rating() == null ? texts.of("unrated") : texts.of("stars", entry.rating()));
        view.put("department", PlainText.of(people.departmentName(practice.department())));
        return view;
    }

    private Map<String, Object> ofText(Practice practice, boolean department) {
        return view(practice, versions.newest(practice.number()), department);
    }

    private Map<String, Object> ofPublic(Practice practice, boolean department) {
        return view(practice, versions.published(practice.number()), department);
    }

    private Map<String, Object> view(Practice practice, Optional<PracticeText> found, boolean department) {
        PracticeText text = found.orElseThrow();
        PublicTexts.Mask mask = entries.in(practice.ledger());
        UnaryOperator<String> readable = said -> PlainText.of(department ? mask.text(said) : said);
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("number", practice.number());
        view.put("title", readable.apply(text.title()));
        view.put("before", readable.apply(text.beforeText()));
        view.put("done", readable.apply(text.doneText()));
        view.put("effect", readable.apply(text.effectText()));
        view.put("windows", text.windows() == null ? null : readable.apply(text.windows()));
        view.put("department", PlainText.of(people.departmentName(practice.department())));
        view.put("photos", texts.of("photos", versions.photos(text).size()));
        view.put("link", "/practices/" + practice.number() + (text.publishedAt() == null ? "?draft=true" : ""));
        return view;
    }

    private String write(Object view) {
        try {
            return json.writeValueAsString(view);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
