package org.tiyanguan.rectification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tiyanguan.core.PlainText;
import org.tiyanguan.core.Texts;
import org.tiyanguan.engine.ForModels;
import org.tiyanguan.engine.ForTask;
import org.tiyanguan.engine.OwnCase;
import org.tiyanguan.evidence.EvidenceBoxes;
import org.tiyanguan.ledger.Act;
import org.tiyanguan.ledger.Entry;
import org.tiyanguan.ledger.Ledger;
import org.tiyanguan.ledger.LedgerHistory;
import org.tiyanguan.ledger.Part;
import org.tiyanguan.ledger.Parts;
import org.tiyanguan.ledger.PublicTexts;
import org.tiyanguan.ledger.Reporters;
import org.tiyanguan.ledger.Wording;
import org.tiyanguan.ledger.feed.Similarity;
import org.tiyanguan.privacy.Passage;
import org.tiyanguan.security.Choices;
import org.tiyanguan.security.People;
import org.tiyanguan.security.Roles;

/**
 * The one small view of a case that feeds a task's form, as JSON made when the task is created. It never says who
 * reported; a department's view holds its own part only, and the public version of every text.
 */
@ForModels
@ForTask
@Component("caseViews")
@Transactional(readOnly = true)
public class LoopTaskForms {

    /** Of views in words for departments. */
    static final String PUBLIC = "inPublicWords";

    private record Option(String label, String value) {}

    private final Ledger ledger;
    private final LedgerHistory history;
    private final HistoryLines lines;
    private final Parts parts;
    private final PartAssignment assigning;
    private final Proposals proposals;
    private final Similarity similarity;
    private final EvidenceBoxes evidence;
    private final Reporters reporters;
    private final PublicTexts texts;
    private final TraceMarks marks;
    private final People people;
    private final Choices choices;
    private final Texts words;
    private final ObjectMapper json;

    LoopTaskForms(
            Ledger ledger,
            LedgerHistory history,
            HistoryLines lines,
            Parts parts,
            PartAssignment assigning,
            Proposals proposals,
            Similarity similarity,
            EvidenceBoxes evidence,
            Reporters reporters,
            PublicTexts texts,
            TraceMarks marks,
            People people,
            Choices choices,
            Texts words,
            ObjectMapper json) {
        this.ledger = ledger;
        this.history = history;
        this.lines = lines;
        this.parts = parts;
        this.assigning = assigning;
        this.proposals = proposals;
        this.similarity = similarity;
        this.evidence = evidence;
        this.reporters = reporters;
        this.texts = texts;
        this.marks = marks;
        this.people = people;
        this.choices = choices;
        this.words = words;
        this.json = json;
    }

    /** For the centre: the whole case. */
    public String ofCase(@OwnCase String number) {
        return write(wholeCase(number));
    }

    /** For the centre's triage: the whole case, and others that may be about the same. */
    public String toTriage(@OwnCase String number) {
        Entry entry = ledger.entry(number);
        Map<String, Object> view = wholeCase(number);
        Map<String, List<Passage>> original = texts.passages(entry);
        original.forEach((field, passages) -> view.put(field, TraceMarks.marked(passages)));
        view.put("traces", marks.of(original));
        view.put(
                "similar",
                similarity.to(number, null, entry.publicText()).stream()
                        .map(one -> Map.of(
                                "number", one.number(),
                                "title", PlainText.of(one.title()),
                                "state", words.of("state." + one.state()),
                                "at", words.time(one.reportedAt())))
                        .toList());
        return write(view);
    }

    /** For the officer who reported: the whole case but what stays among colleagues. */
    public String forReporter(@OwnCase String number) {
        Map<String, Object> view = wholeCase(number);
        view.put(
                "parts",
                parts.of(number).stream()
                        .filter(Part::isEffective)
                        .map(this::part)
                        .toList());
        view.put(
                "history",
                lines.of(history.of(number).stream()
                        .filter(event -> event.isFor(List.of()))
                        .toList()));
        return write(view);
    }

    /** For the centre's assigning: the whole case and what the decision tables propose, if they do. */
    public String toAssign(@OwnCase String number, Object departments, Object proposal) {
        Map<String, Object> view = wholeCase(number);
        Parts.Days days = proposals.days(proposal);
        String names = assigning.proposed(number, departments).stream()
                .map(People.Department::name)
                .collect(Collectors.joining("、"));
        view.put(
                "proposal",
                Map.of(
                        "departments", names.isEmpty() ? words.of("proposal.nobody") : names,
                        "acceptDays", days.accept(),
                        "rectifyDays", days.rectify(),
                        "remindDays", days.remind()));
        return write(view);
    }

    /** For a department: its own part and what concerns the whole case. */
    public String ofPart(@OwnCase(Parts.class) long partId) {
        Part part = parts.part(partId);
        PublicTexts.Mask mask = texts.in(part.number());
        Map<String, Object> view = partView(mask.part(part), Entry::publicText);
        view.put(PUBLIC, true);
        view.put("history", lines.of(part));
        return write(view);
    }

    /** For the centre's and the leader's decisions about a part: with the history of the whole case. */
    public String ofDecision(@OwnCase(Parts.class) long partId) {
        Part part = parts.part(partId);
        Map<String, Object> view = partView(part, Entry::original);
        view.put("departments", choices.departments());
        view.put("history", lines.of(history.of(part.number())));
        return write(view);
    }

    private Map<String, Object> partView(Part part, Function<Entry, Wording> wording) {
        Entry entry = ledger.entry(part.number());
        Map<String, Object> view = facts(entry, wording.apply(entry));
        view.put("part", part(part));
        view.put("contactable", reporters.contact(part.number()).isPresent());
        if (part.extensionReason() != null)
            view.put(
                    "extension",
                    Map.of(
                            "reason", PlainText.of(part.extensionReason()),
                            "until", part.askedUntil().toString(),
                            "deadline", words.time(part.deadline())));
        return view;
    }

    private Map<String, Object> wholeCase(String number) {
        Entry entry = ledger.entry(number);
        Map<String, Object> view = facts(entry, entry.original());
        view.put("answer", PlainText.of(entry.answer()));
        view.put(
                "objection",
                history.of(number).stream()
                        .filter(event -> event.act() == Act.OBJECT)
                        .map(event -> PlainText.of(event.text()))
                        .findFirst()
                        .orElse(null));
        view.put("mayObject", !entry.objected());
        view.put("parts", parts.of(number).stream().map(this::part).toList());
        view.put("departments", choices.departments());
        view.put(
                "reworkable",
                assigning.reworkable(number).stream()
                        .map(part -> new Option(choices.nameOf(Roles.department(part.department())), part.department()))
                        .toList());
        view.put("history", lines.of(history.of(number)));
        return view;
    }

    private Map<String, Object> facts(Entry entry, Wording wording) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("number", entry.number());
        view.put("link", "/ledger/" + entry.number());
        view.put("evidence", evidence.path(entry.number()));
        view.put("title", PlainText.of(wording.title()));
        view.put("description", PlainText.of(wording.description()));
        view.put("place", PlainText.of(wording.place()));
        view.put("occurredOn", entry.occurredOn().toString());
        view.put("kind", words.label("kind", entry.kind()));
        view.put("topic", words.label("topic", entry.topic()));
        view.put("urgency", words.label("urgency", entry.urgency()));
        view.put("serviceItem", PlainText.of(wording.serviceItem()));
        view.put("reportedAt", words.time(entry.reportedAt()));
        return view;
    }

    private Map<String, Object> part(Part part) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("id", part.id());
        view.put("department", name(part.department()));
        view.put("round", part.round());
        view.put("instruction", PlainText.of(part.instruction()));
        view.put("state", words.label("part-state", part.state()));
        view.put("acceptBy", words.time(part.acceptBy()));
        view.put("deadline", words.time(part.deadline()));
        view.put("result", PlainText.of(part.result()));
        view.put("card", words.label("card", part.card()));
        view.put("timesSentBack", part.timesSentBack());
        view.put("mayAskExtension", part.mayAskExtension());
        view.put("reworkNote", part.round() > 1 ? PlainText.of(part.instruction()) : null);
        return view;
    }

    private String name(String code) {
        return people.departmentName(code);
    }

    private String write(Object view) {
        try {
            return json.writeValueAsString(view);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
