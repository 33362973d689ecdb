package org.tiyanguan.ledger.feed;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.commons.text.similarity.CosineSimilarity;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tiyanguan.core.Signs;
import org.tiyanguan.ledger.PartState;
import org.tiyanguan.ledger.Wording;

/**
 * Finds entries that may be about the same: recent, of the same department or service item, in similar words. Officers
 * are shown others' entries: only public texts are compared and shown.
 */
@Component
public class Similarity {

    /** {@code state} is a key of {@code officer.state}. */
    public record Similar(String number, String title, String state, LocalDateTime reportedAt) {}

    private record Candidate(String number, String title, String state, LocalDateTime reportedAt, String description) {}

    private record Scored(Candidate candidate, double score) {}

    private static final int RECENT_DAYS = 90;
    private static final int MOST_COMPARED = 200;
    private static final int MOST = 3;

    /**
     * The least cosine of two texts' pairs of characters, which need no words to be told apart, that calls them alike.
     * It was found by trying reports.
     */
    private static final double ALIKE = 0.3;

    private static final Pattern NO_WORDS = Pattern.compile("[\\s\\p{Punct}\\p{IsPunctuation}]+");

    private final JdbcClient jdbc;
    private final Clock clock;
    private final CosineSimilarity cosine = new CosineSimilarity();

    Similarity(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * The most similar first.
     *
     * @param number of the entry itself, or null
     * @param department its code, or null where nobody knows it yet
     */
    public List<Similar> to(@Nullable String number, @Nullable String department, Wording text) {
        Map<CharSequence, Integer> pairs = pairs(text.title() + " " + text.description());
        if (pairs.isEmpty()) return List.of();
        return candidates(number, department, text.serviceItem()).stream()
                .map(one -> new Scored(one, cosine.cosineSimilarity(pairs, pairs(one.title + " " + one.description))))
                .filter(one -> one.score >= ALIKE)
                .sorted(Comparator.comparingDouble(Scored::score).reversed())
                .limit(MOST)
                .map(Scored::candidate)
                .map(one -> new Similar(one.number, one.title, one.state, one.reportedAt))
                .toList();
    }

    private List<Candidate> candidates(@Nullable String number, @Nullable String department, String serviceItem) {
        return jdbc.sql("""
                        select e.number, e.public_title as title, e.state, e.reported_at, e.public_description as description from ledger_entry e
                        where e.reported_at >= :since and e.number <> :number and e.merged_into is null
                            and (lower(e.public_service_item) = :item or exists (select 1 from rectification_part p
                                where p.number = e.number and p.department = :department and %s))
                        order by e.reported_at desc fetch first :most rows only""".formatted(PartState.effective("p")))
                .param("since", LocalDateTime.now(clock).minusDays(RECENT_DAYS))
                .param("number", number == null ? "" : number)
                .param("item", serviceItem.strip().toLowerCase())
                .param("department", department == null ? "" : department)
                .param("most", MOST_COMPARED)
                .query(Candidate.class)
                .list();
    }

    private static Map<CharSequence, Integer> pairs(String text) {
        List<String> signs = Signs.of(NO_WORDS.matcher(text).replaceAll(""));
        Map<CharSequence, Integer> pairs = new HashMap<>();
        for (int i = 0; i + 2 <= signs.size(); i++) pairs.merge(signs.get(i) + signs.get(i + 1), 1, Integer::sum);
        return pairs;
    }
}
