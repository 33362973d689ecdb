package org.tiyanguan.api.open311;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.lang.Contract;
import org.springframework.stereotype.Component;
import org.tiyanguan.api.ApiTexts;
import org.tiyanguan.api.Feed;
import org.tiyanguan.ledger.Topic;
import org.tiyanguan.ledger.feed.FeedQuery;

/** Reads which requests an Open311 client asks for; what is empty counts as not said. */
@Component
class GeoReportQuery {

    /** The specification's limits. */
    static final int MOST = 1000;

    private static final int MOST_DAYS = 90;
    private static final int LAST_PAGE = 10_000;

    private final Feed feed;
    private final ApiTexts texts;

    GeoReportQuery(Feed feed, ApiTexts texts) {
        this.feed = feed;
        this.texts = texts;
    }

    /** Numbers stand above all other arguments. */
    FeedQuery narrow(
            FeedQuery query,
            @Nullable String numbers,
            @Nullable String codes,
            @Nullable String start,
            @Nullable String end,
            @Nullable String status) {
        if (!isEmpty(numbers)) {
            List<String> wanted = split(numbers);
            if (wanted.size() > MOST) throw texts.problem(HttpStatus.BAD_REQUEST, "open311.most", MOST);
            return query.numbers(wanted);
        }
        LocalDateTime from = isEmpty(start) ? null : time(start);
        LocalDateTime until = isEmpty(end) ? null : time(end).plusSeconds(1);
        if (until == null) until = from == null ? feed.now().plusSeconds(1) : from.plusDays(MOST_DAYS);
        if (from == null) from = until.minusDays(MOST_DAYS);
        if (from.plusDays(MOST_DAYS).plusSeconds(1).isBefore(until))
            throw texts.problem(HttpStatus.BAD_REQUEST, "open311.days", MOST_DAYS);
        return query.reportedFrom(from)
                .reportedBefore(until)
                .topics(topics(codes))
                .closed(closed(status));
    }

    /** One page of the answer; what is not said is the first, and as many as there can be. */
    record Page(int number, int size) {

        long passed() {
            return (long) (number - 1) * size;
        }
    }

    Page page(@Nullable String number, @Nullable String size) {
        return new Page(whole("page", number, 1, LAST_PAGE), whole("page_size", size, MOST, MOST));
    }

    private int whole(String name, @Nullable String text, int unsaid, int most) {
        if (isEmpty(text)) return unsaid;
        String digits = text.strip();
        int number = digits.matches("[0-9]{1,6}") ? Integer.parseInt(digits) : 0;
        if (number < 1 || number > most) throw texts.problem(HttpStatus.BAD_REQUEST, "open311." + name, most, text);
        return number;
    }

    Optional<Topic> topic(@Nullable String code) {
        return Arrays.stream(Topic.values())
                .filter(topic -> topic.name().equals(code))
                .findFirst();
    }

    @Contract("null -> true")
    static boolean isEmpty(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private @Nullable List<Topic> topics(@Nullable String codes) {
        if (isEmpty(codes)) return null;
        return split(codes).stream()
                .map(code ->
                        topic(code).orElseThrow(() -> texts.problem(HttpStatus.BAD_REQUEST, "open311.service", code)))
                .toList();
    }

    /** Null for both. */
    private @Nullable Boolean closed(@Nullable String status) {
        if (isEmpty(status)) return null;
        List<String> wanted = split(status);
        for (String one : wanted)
            if (!one.equals("open") && !one.equals("closed"))
                throw texts.problem(HttpStatus.BAD_REQUEST, "open311.status", one);
        return wanted.contains("open") && wanted.contains("closed") ? null : wanted.contains("closed");
    }

    /** W3C's ISO 8601, or a day; a plus sign that came as a space. */
    private LocalDateTime time(String text) {
        try {
            String time = text.strip().replace(' ', '+');
            return time.contains("T") ? feed.local(OffsetDateTime.parse(time)) : feed.startOf(LocalDate.parse(time));
        } catch (DateTimeException e) {
            throw texts.problem(HttpStatus.BAD_REQUEST, "open311.time", text);
        }
    }

    private static List<String> split(String text) {
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .distinct()
                .toList();
    }
}
