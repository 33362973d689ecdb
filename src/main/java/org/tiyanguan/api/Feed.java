package org.tiyanguan.api;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.lang.Contract;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.tiyanguan.ledger.feed.FeedQuery;
import org.tiyanguan.ledger.feed.LedgerFeed;

/** Pages of entries, and times, as other systems get them. */
@Component
public class Feed {

    static final int USUAL = 50;
    static final int MOST = 200;

    /** What a ledger can hold. */
    private static final int FIRST_YEAR = 2000;

    private static final int LAST_YEAR = 2999;

    private final LedgerFeed ledger;
    private final Clock clock;
    private final ApiTexts texts;

    Feed(LedgerFeed ledger, Clock clock, ApiTexts texts) {
        this.ledger = ledger;
        this.clock = clock;
        this.texts = texts;
    }

    /** @param page makes the body of its items and the cursor of the next page, null on the last */
    <T, P> ResponseEntity<P> page(
            FeedQuery query,
            @Nullable String cursor,
            int limit,
            Function<LedgerFeed.Line, T> item,
            BiFunction<List<T>, @Nullable String, P> page) {
        if (limit < 1 || limit > MOST) throw texts.problem(HttpStatus.BAD_REQUEST, "api.limit", MOST);
        List<LedgerFeed.Line> found = ledger.find(query.after(Cursor.number(cursor, texts)), limit + 1);
        if (found.size() <= limit)
            return ResponseEntity.ok(page.apply(found.stream().map(item).toList(), null));
        List<LedgerFeed.Line> shown = found.subList(0, limit);
        String next = Cursor.after(shown.get(limit - 1).number());
        String address = ServletUriComponentsBuilder.fromCurrentRequest()
                .replaceQueryParam("cursor", next)
                .toUriString();
        return ResponseEntity.ok()
                .header(HttpHeaders.LINK, "<" + address + ">; rel=\"next\"")
                .body(page.apply(shown.stream().map(item).toList(), next));
    }

    public LedgerFeed.Line one(FeedQuery query, String number) {
        return ledger.find(query.number(number), 1).stream()
                .findFirst()
                .orElseThrow(() -> texts.problem(HttpStatus.NOT_FOUND, "api.unknown", number));
    }

    /** Null for null. */
    @Contract("!null -> !null")
    public @Nullable OffsetDateTime time(@Nullable LocalDateTime time) {
        return time == null ? null : time.atZone(clock.getZone()).toOffsetDateTime();
    }

    @Contract("!null -> !null")
    public @Nullable LocalDateTime local(@Nullable OffsetDateTime time) {
        if (time == null) return null;
        storable(time.getYear(), time);
        return time.atZoneSameInstant(clock.getZone()).toLocalDateTime();
    }

    @Contract("!null -> !null")
    public @Nullable LocalDateTime startOf(@Nullable LocalDate day) {
        if (day == null) return null;
        storable(day.getYear(), day);
        return day.atStartOfDay();
    }

    @Nullable
    LocalDateTime endOf(@Nullable LocalDate day) {
        return day == null ? null : startOf(day).plusDays(1);
    }

    public LocalDateTime now() {
        return LocalDateTime.now(clock);
    }

    private void storable(int year, Object day) {
        if (year < FIRST_YEAR || year > LAST_YEAR) throw texts.problem(HttpStatus.BAD_REQUEST, "api.day", day);
    }
}
