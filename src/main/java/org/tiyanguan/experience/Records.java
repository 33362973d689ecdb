package org.tiyanguan.experience;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tiyanguan.core.CaseNumbers;
import org.tiyanguan.core.Refusal;
import org.tiyanguan.core.Refusal.Fault;
import org.tiyanguan.engine.forms.StartForms;
import org.tiyanguan.evidence.Evidence;
import org.tiyanguan.evidence.Prepared;
import org.tiyanguan.officer.ExperienceMode;
import org.tiyanguan.rectification.Findings;

/** The tables of records: drafts that an officer goes on with on any device, and what was sent. */
@Component
@Transactional
public class Records {

    /** Characters; many times what a diligent officer writes. */
    private static final int LARGEST_DRAFT = 200_000;

    private static final int LONGEST_NOTE = 500;
    private static final int MOST_FINDINGS = 20;

    /** How an item of the checklist was found; {@code score} is null for what was not seen. */
    public record Rating(int position, String item, Integer score, String note) {}

    private final JdbcClient jdbc;
    private final CaseNumbers numbers;
    private final Findings findings;
    private final Evidence evidence;
    private final Clock clock;
    private final ObjectMapper json;
    private final ExperienceTexts texts;

    Records(
            JdbcClient jdbc,
            CaseNumbers numbers,
            Findings findings,
            Evidence evidence,
            Clock clock,
            ObjectMapper json,
            ExperienceTexts texts) {
        this.jdbc = jdbc;
        this.numbers = numbers;
        this.findings = findings;
        this.evidence = evidence;
        this.clock = clock;
        this.json = json;
        this.texts = texts;
    }

    // ---- finding them

    public Optional<ExperienceRecord> find(String number) {
        return one("number", number);
    }

    public Optional<ExperienceRecord> withToken(String token) {
        return one("token", token);
    }

    public Optional<ExperienceRecord> ofVisit(long visit) {
        return one("visit", visit);
    }

    /** Drafts without an assignment, the newest first. */
    public List<ExperienceRecord> drafts(String officer) {
        return jdbc.sql("""
                        select * from experience_record where officer = :officer and state = 'DRAFT' and visit is null
                        order by updated_at desc""")
                .param("officer", officer)
                .query(ExperienceRecord.class)
                .list();
    }

    public RecordContent content(ExperienceRecord record) {
        if (record.content() == null) return new RecordContent(Map.of());
        try {
            return new RecordContent(json.readValue(record.content(), new TypeReference<Map<String, String>>() {}));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    public List<Rating> ratings(String record) {
        return jdbc.sql(
                        "select position, item, score, note from record_rating where record = :record order by position")
                .param("record", record)
                .query(Rating.class)
                .list();
    }

    /** The ledger numbers that a record led to. */
    public List<String> ledgerNumbers(String record) {
        return jdbc.sql("select ledger from record_finding where record = :record order by position")
                .param("record", record)
                .query(String.class)
                .list();
    }

    // ---- drafts

    /**
     * Keeps what was typed, with new photos by their place; photos in {@code dropped} go.
     *
     * @param revision that the page has seen; null where there was none
     * @throws Refusal if it was saved meanwhile from elsewhere, or photos are no good
     */
    public ExperienceRecord save(
            String officer,
            String token,
            Long visit,
            Integer revision,
            RecordContent content,
            Map<String, List<Prepared>> photos,
            List<Long> dropped) {
        ExperienceRecord record = (visit == null ? withToken(token) : ofVisit(visit)).orElse(null);
        String text = write(content);
        if (record == null) record = add(officer, token, visit, text);
        else {
            if (!record.officer().equals(officer)) throw texts.refusal(null, "token");
            if (record.isSent()) throw texts.refusal(null, "sent-already");
            // The same once more, because an answer got lost, is no change.
            if (!text.equals(record.content())) update(record, revision, text);
        }
        photos(record, photos, dropped);
        return find(record.number()).orElseThrow();
    }

    public void discard(ExperienceRecord record) {
        evidence.drop(record.photosOf(""));
        jdbc.sql("delete from experience_record where number = :number and state = 'DRAFT' and visit is null")
                .param("number", record.number())
                .update();
    }

    private void photos(ExperienceRecord record, Map<String, List<Prepared>> photos, List<Long> dropped) {
        dropped.forEach(id -> evidence.drop(record.photosOf(""), id));
        photos.forEach((place, files) -> {
            try {
                evidence.add(record.photosOf(place), RecordPhotos.TAKEN, files);
            } catch (Refusal refusal) {
                throw RecordPhotos.at(place, refusal);
            }
        });
    }

    // ---- sending

    /** The record, which nobody else changes or sends until the transaction ends. */
    public ExperienceRecord lock(String number) {
        return jdbc.sql("select * from experience_record where number = :number for update")
                .param("number", number)
                .query(ExperienceRecord.class)
                .single();
    }

    /** @throws Refusal with a fault for each field that keeps it from being sent */
    public void check(ExperienceRecord record, List<String> items) {
        RecordContent content = content(record);
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
        return content(record).findings(evidence.placesWithin(record.photosOf("")));
    }

    /** Starts the finding's rectification, with its photos. */
    public void report(ExperienceRecord record, int finding) {
        String ledger;
        try {
            ledger = findings.report(record.officer(), mode(record), values(content(record), finding));
        } catch (Refusal refusal) {
            throw at(finding, refusal);
        }
        evidence.move(record.photosOf(RecordContent.place(finding)), ledger);
        jdbc.sql("insert into record_finding (record, position, ledger) values (:record, :position, :ledger)")
                .param("record", record.number())
                .param("position", finding)
                .param("ledger", ledger)
                .update();
    }

    /** Keeps the ratings for good; what stands in the ledger stands there only. */
    public void keep(ExperienceRecord record, List<String> items) {
        RecordContent content = content(record);
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

    // ----

    /** Null without an assignment. */
    private ExperienceMode mode(ExperienceRecord record) {
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

    private ExperienceRecord add(String officer, String token, Long visit, String content) {
        String number = numbers.next("JL", 6);
        jdbc.sql("""
                        insert into experience_record (number, token, officer, visit, state, content, updated_at)
                        values (:number, :token, :officer, :visit, 'DRAFT', :content, :now)""")
                .param("number", number)
                .param("token", token)
                .param("officer", officer)
                .param("visit", visit)
                .param("content", content)
                .param("now", LocalDateTime.now(clock))
                .update();
        return find(number).orElseThrow();
    }

    private void update(ExperienceRecord record, Integer revision, String content) {
        // The page that made the draft, of which it may not have heard.
        boolean first = revision == null && record.revision() == 1;
        if (!first && (revision == null || revision != record.revision()))
            throw texts.refusal(null, "changed-elsewhere");
        int updated = jdbc.sql("""
                        update experience_record set content = :content, updated_at = :now, revision = revision + 1
                        where number = :number and revision = :revision and state = 'DRAFT'""")
                .param("content", content)
                .param("now", LocalDateTime.now(clock))
                .param("number", record.number())
                .param("revision", record.revision())
                .update();
        if (updated == 0) throw texts.refusal(null, "changed-elsewhere");
    }

    private String write(RecordContent content) {
        try {
            String text = json.writeValueAsString(content.typed());
            if (text.length() > LARGEST_DRAFT) throw texts.refusal(null, "draft-large");
            return text;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Optional<ExperienceRecord> one(String column, Object value) {
        return jdbc.sql("select * from experience_record where " + column + " = :value")
                .param("value", value)
                .query(ExperienceRecord.class)
                .optional();
    }
}
