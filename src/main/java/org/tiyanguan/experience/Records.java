package org.tiyanguan.experience;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tiyanguan.core.CaseNumbers;
import org.tiyanguan.core.Refusal;
import org.tiyanguan.evidence.Evidence;
import org.tiyanguan.evidence.Prepared;

/** The tables of records: drafts that an officer goes on with on any device, and what was sent. */
@Component
@Transactional
public class Records {

    /** In characters: it is many times what a diligent officer writes. */
    private static final int LARGEST_DRAFT = 200_000;

    /** How an item of the checklist was found; {@code score} is null for what was not seen. */
    public record Rating(
            int position,
            String item,
            @Nullable Integer score,
            @Nullable String note) {}

    private final JdbcClient jdbc;
    private final CaseNumbers numbers;
    private final Evidence evidence;
    private final Clock clock;
    private final ObjectMapper json;
    private final ExperienceTexts texts;

    Records(
            JdbcClient jdbc,
            CaseNumbers numbers,
            Evidence evidence,
            Clock clock,
            ObjectMapper json,
            ExperienceTexts texts) {
        this.jdbc = jdbc;
        this.numbers = numbers;
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
            @Nullable Long visit,
            @Nullable Integer revision,
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

    /** Reads the record, which nobody else changes or sends until the transaction ends. */
    public ExperienceRecord lock(String number) {
        return jdbc.sql("select * from experience_record where number = :number for update")
                .param("number", number)
                .query(ExperienceRecord.class)
                .single();
    }

    // ----

    private ExperienceRecord add(String officer, String token, @Nullable Long visit, String content) {
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

    private void update(ExperienceRecord record, @Nullable Integer revision, String content) {
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
