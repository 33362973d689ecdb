package org.tiyanguan.review;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.tiyanguan.officer.Merits;

/** What an officer did in the period of a review, frozen when it is opened. */
@Component
public class DutyCounts {

    private static final List<String> SHOWN = List.of(
            "records",
            "lapsed",
            "declined",
            "findings",
            "accepted",
            "rectified",
            "rated",
            "eventsAttended",
            "eventsExcused",
            "eventsAbsent");

    private final Merits merits;
    private final Reviews reviews;
    private final ReviewSettings settings;
    private final ReviewTexts texts;
    private final ObjectMapper json;

    DutyCounts(Merits merits, Reviews reviews, ReviewSettings settings, ReviewTexts texts, ObjectMapper json) {
        this.merits = merits;
        this.reviews = reviews;
        this.settings = settings;
        this.texts = texts;
        this.json = json;
    }

    /** Counts and points, of each month no more than the settings allow, so that padding does not pay. */
    public void freeze(Review review) {
        LocalDate from = review.periodFrom();
        LocalDate until = review.periodUntil().plusDays(1);
        Merits.Merit whole = merits.between(review.account(), from, until);
        int months = 0;
        int capped = 0;
        for (YearMonth month = YearMonth.from(from);
                !month.isAfter(YearMonth.from(review.periodUntil()));
                month = month.plusMonths(1)) {
            LocalDate first = month.atDay(1).isBefore(from) ? from : month.atDay(1);
            LocalDate next = month.plusMonths(1).atDay(1).isAfter(until)
                    ? until
                    : month.plusMonths(1).atDay(1);
            int points = merits.between(review.account(), first, next).points();
            months += points;
            capped += Math.min(points, settings.pointsAMonth());
        }
        // What the table gives for the whole period only, ten rectified in a year say, is no padding.
        int beyondMonths = whole.points() - months;
        reviews.freeze(review.number(), write(whole.counts()), capped + beyondMonths);
    }

    /** As frozen, by the names of {@link org.tiyanguan.officer.Deeds}. */
    public Map<String, Integer> of(Review review) {
        if (review.counts() == null) return Map.of();
        try {
            return json.readValue(review.counts(), new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private int attended(Review review) {
        return sum(review, "records", "eventsAttended");
    }

    /** Without an excuse: visits whose record never came, compulsory events missed. */
    public int absences(Review review) {
        return Math.max(0, sum(review, "lapsed", "eventsAbsent") - review.excused());
    }

    /** In percent of what was due; 100 where nothing was. */
    public int attendance(Review review) {
        int attended = attended(review);
        int due = attended + absences(review);
        return due == 0 ? 100 : Math.round(100f * attended / due);
    }

    /** What people are shown of them, by its Chinese name. */
    public Map<String, Integer> named(Review review) {
        Map<String, Integer> counts = of(review);
        Map<String, Integer> named = new LinkedHashMap<>();
        SHOWN.forEach(name -> named.put(texts.of("count." + name), counts.getOrDefault(name, 0)));
        return named;
    }

    private int sum(Review review, String... names) {
        Map<String, Integer> counts = of(review);
        int sum = 0;
        for (String name : names) sum += counts.getOrDefault(name, 0);
        return sum;
    }

    private String write(Map<String, Integer> counts) {
        try {
            return json.writeValueAsString(new TreeMap<>(counts));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
