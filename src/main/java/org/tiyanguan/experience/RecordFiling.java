package org.tiyanguan.experience;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tiyanguan.core.Refusal;
import org.tiyanguan.core.Refusal.Fault;
import org.tiyanguan.engine.forms.StartForms;
import org.tiyanguan.evidence.Evidence;
import org.tiyanguan.ledger.Origin;
import org.tiyanguan.ledger.Report;
import org.tiyanguan.officer.ExperienceMode;
import org.tiyanguan.officer.Terms;
import org.tiyanguan.rectification.Findings;
import org.tiyanguan.rectification.Reopening;

/** Files a record that is sent: it is checked, each of its findings goes into the ledger, and its ratings are kept. */
@Component
@Transactional
public class RecordFiling {

    /** In characters. */
    private static final int LONGEST_NOTE = 500;

    private static final int MOST_FINDINGS = 20;

    private final JdbcClient jdbc;
    private final Records records;
    private final Findings findings;
    private final Reopening reopening;
    private final Evidence evidence;
    private final Surveys surveys;
    private final Terms terms;
    private final Clock clock;
    private final ExperienceTexts texts;

    RecordFiling(
            JdbcClient jdbc,
            Records records,
            Findings findings,
            Reopening reopening,
            Evidence evidence,
            Surveys surveys,
            Terms terms,
            Clock clock,
            ExperienceTexts texts) {
        this.jdbc = jdbc;
        this.records = records;
        this.findings = findings;
        this.reopening = reopening;
        this.evidence = evidence;
        this.surveys = surveys;
        this.terms = terms;
        this.clock = clock;
        this.texts = texts;
    }

    /** @throws Refusal with a fault for each field that keeps it from being sent, or if the officer's term is over */
    public void check(ExperienceRecord record, List<String> items) {
        terms.mustServe(record.officer());
        RecordContent content = records.content(record);
        List<Fault> faults = new ArrayList<>();
        IntStream.range(0, items.size()).forEach(item -> {
            if (!content.of(RecordContent.rating(item)).matches("[1-5]|" + RecordContent.NOT_SEEN))
                faults.add(new Fault(RecordContent.rating(item), texts.of("refusal.rating", items.get(item))));
            if (content.of(RecordContent.note(item)).length() > LONGEST_NOTE)
                faults.add(new Fault(RecordContent.note(item), texts.of("refusal.note", LONGEST_NOTE)));
        });
        List<Integer> found = findings(record);
        if (found.size() > MOST_FINDINGS) faults.add(new Fault(null, texts.of("refusal.findings", MOST_FINDINGS)));
        if (items.isEmpty() && found.isEmpty()) faults.add(new Fault(null, texts.of("refusal.empty")));
        for (int finding : found) {
            try {
                findings.check(record.officer(), values(content, finding));
            } catch (Refusal refusal) {
                faults.addAll(at(finding, refusal).faults());
            }
        }
        if (!faults.isEmpty()) throw new Refusal(faults);
    }

    /** The numbers of the findings, for each of which a rectification starts. */
    public List<Integer> findings(ExperienceRecord record) {
        return records.content(record).findings(evidence.placesWithin(record.photosOf("")));
    }

    /**
     * Starts the finding's rectification, with its photos.
     *
     * @param before the entry that the finding goes on with, as it was looked back on; null for all others
     */
    public void report(ExperienceRecord record, int finding, @Nullable String before) {
        String ledger;
        try {
            Report report = findings.check(record.officer(), values(records.content(record), finding));
            Origin origin = new Origin(null, null, mode(record), null);
            ledger = before == null
                    ? findings.report(report, origin)
                    : reopening.report(report, origin, before, texts.of("look-back.again"));
        } catch (Refusal refusal) {
            throw at(finding, refusal);
        }
        evidence.move(record.photosOf(RecordContent.place(finding)), ledger);
        jdbc.sql("insert into record_finding (record, position, ledger) values (:record, :position, :ledger)")
                .param("record", record.number())
                .param("position", finding)
                .param("ledger", ledger)
                .update();
        String answer = records.content(record).of(RecordContent.field(finding, RecordContent.ANSWER));
        if (record.visit() != null && answer.matches("\\d{1,18}"))
            surveys.link(record.visit(), Long.parseLong(answer), ledger);
    }

    /** Keeps the ratings for good; what stands in the ledger stands there only. */
    public void keep(ExperienceRecord record, List<String> items) {
        RecordContent content = records.content(record);
        IntStream.range(0, items.size()).forEach(item -> {
            String score = content.of(RecordContent.rating(item));
            String note = content.of(RecordContent.note(item));
            jdbc.sql(
                            "insert into record_rating (record, position, item, score, note) values (:record, :position, :item, :score, :note)")
                    .param("record", record.number())
                    .param("position", item)
                    .param("item", items.get(item))
                    .param("score", score.equals(RecordContent.NOT_SEEN) ? null : Integer.valueOf(score))
                    .param("note", note.isEmpty() ? null : note)
                    .update();
        });
        LocalDateTime now = LocalDateTime.now(clock);
        jdbc.sql(
                        "update experience_record set state = 'SENT', content = null, sent_at = :now, updated_at = :now where number = :number")
                .param("now", now)
                .param("number", record.number())
                .update();
    }

    /** Null without an assignment. */
    private @Nullable ExperienceMode mode(ExperienceRecord record) {
        return jdbc.sql("select a.mode from visit v join assignment a on a.number = v.assignment where v.id = :visit")
                .param("visit", record.visit())
                .query(ExperienceMode.class)
                .optional()
                .orElse(null);
    }

    private Map<String, Object> values(RecordContent content, int finding) {
        return StartForms.values(findings.fields(), content.finding(finding));
    }

    private static Refusal at(int finding, Refusal refusal) {
        return new Refusal(refusal.faults().stream()
                .map(fault -> new Fault(
                        fault.field() == null ? null : RecordContent.field(finding, fault.field()), fault.message()))
                .toList());
    }
}
