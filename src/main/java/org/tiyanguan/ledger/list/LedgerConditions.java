package org.tiyanguan.ledger.list;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.lang.Contract;
import org.tiyanguan.core.Where;
import org.tiyanguan.ledger.Card;
import org.tiyanguan.ledger.Deadlines;
import org.tiyanguan.ledger.EntryState;
import org.tiyanguan.ledger.PartState;
import org.tiyanguan.ledger.Relapses;
import org.tiyanguan.ledger.Viewer;

/**
 * Turns a query into SQL. A department's parts are all that it sees of an entry; where somebody who sees everything
 * asks for a department, what is asked of parts is asked of that department's. Parts that were sent back, transferred
 * or withdrawn count for nobody.
 */
class LedgerConditions {

    static final String OPEN = " and " + PartState.open("p");

    private static final String DONE = " and p.state = 'DONE'";

    static final String EFFECTIVE = " and " + PartState.effective("p");

    /** What a department may see of its own parts. */
    static final String OWN = " and " + PartState.own("p");

    private final Viewer viewer;
    private final LedgerQuery query;
    private final LocalDateTime now;
    private final @Nullable LedgerText text;
    private final Deadlines deadlines;
    private final Where where = new Where();
    private final String parts;

    /** @param text where the query's text occurs, as far as the viewer may know; null where none is sought */
    LedgerConditions(
            Viewer viewer, LedgerQuery query, LocalDateTime now, @Nullable LedgerText text, Deadlines deadlines) {
        this.viewer = viewer;
        this.query = query;
        this.now = now;
        this.text = text;
        this.deadlines = deadlines;
        List<String> scope = viewer.scope(query.department());
        parts = " from rectification_part p where " + (scope.isEmpty() ? "1 = 1" : "p.department in (:scope)");
        where.value("scope", scope).value("now", now);
    }

    LedgerFilter filter() {
        if (!viewer.seesEverything()) where.and(part(OWN));
        else if (query.department() != null) where.and(part(EFFECTIVE));
        state();
        entry();
        parts();
        if (text == null)
            return new LedgerFilter(where.sql(), LedgerFilter.COUNT + where.sql(), parts + OPEN, where.values());
        String untexted = where.sql();
        where.and(text.sql());
        text.values().forEach(where::value);
        // The offset keeps PostgreSQL from asking, entry by entry, what the index answers at once.
        String count = text.entries() == null
                ? LedgerFilter.COUNT + where.sql()
                : "select count(*) from (" + text.entries() + " offset 0) e" + untexted;
        return new LedgerFilter(where.sql(), count, parts + OPEN, where.values());
    }

    private void entry() {
        is("e.kind", "kind", query.kind());
        is("e.urgency", "urgency", query.urgency());
        isOrNone("e.topic", "topic", query.topic());
        is(viewer.wording("service_item"), "item", query.item());
        rating(query.rating());
        is("e.outcome", "outcome", query.outcome());
        afterwards();
        where.and("e.reported_at >= :from", "from", begin(query.from()));
        where.and("e.reported_at < :to", "to", end(query.to()));
        where.and("e.closed_at >= :closedFrom", "closedFrom", begin(query.closedFrom()));
        where.and("e.closed_at < :closedTo", "closedTo", end(query.closedTo()));
        if (!viewer.seesEverything()) return;
        is("e.channel", "channel", query.channel());
        isOrNone("e.mode", "mode", query.mode());
        isOrNone("e.category", "category", query.category());
        if (query.officer())
            where.and("exists (select 1 from reporter r where r.number = e.number and r.user_id is not null)");
    }

    /** What became of it after it was closed. */
    private void afterwards() {
        if (query.relapse() == LedgerQuery.Relapse.RELAPSED) where.and(Relapses.relapsed("e"));
        if (query.relapse() == LedgerQuery.Relapse.AGAIN) where.and("e.relapse_of is not null");
        if (query.lookBack() == LedgerQuery.LookedBack.ANY) where.and("e.look_back is not null");
        else if (query.lookBack() != null) is("e.look_back", "lookBack", query.lookBack());
    }

    private void rating(@Nullable String rating) {
        if (LedgerQuery.RATED.equals(rating)) where.and("e.rating is not null");
        else if (LedgerQuery.SATISFIED.equals(rating)) where.and("e.rating >= 4");
        else if (rating != null) is("e.rating", "rating", Integer.valueOf(rating));
    }

    private void parts() {
        if (query.overdue()) where.and(overdueBefore(":now"));
        if (query.overdueBy() != null) overdueBy(query.overdueBy());
        if (query.card() != null) where.and(part(EFFECTIVE + " and p.card = '" + query.card() + "'"));
        if (query.card() == Card.YELLOW) where.and("not " + part(EFFECTIVE + " and p.card = 'RED'"));
        // Both are asked in one subquery: where two are joined by "or", PostgreSQL asks each row of the ledger.
        if (query.timely() == LedgerQuery.Timely.LATE)
            where.and(part(" and (p.state = 'DONE' and p.done_at > p.deadline or " + PartState.open("p")
                    + " and p.deadline < :now)"));
        if (query.timely() == LedgerQuery.Timely.ON_TIME)
            where.and(part(DONE) + " and not " + doneLate() + " and not " + overdueBefore(":now"));
        if (query.reached() != null)
            where.and(
                    switch (query.reached()) {
                        case ACCEPTED -> part(EFFECTIVE + " and p.accepted_at is not null");
                        case RECTIFIED -> part(DONE);
                        case CLOSED -> "e.state = 'CLOSED'";
                    });
        if (query.reopened()) where.and(part(EFFECTIVE + " and p.round > 1"));
    }

    /** The earliest open deadline lies between the bounds. */
    private void overdueBy(OverdueBy by) {
        LocalDateTime until = by.least() == 0 ? now : deadlines.overdueSince(by.least() - 1);
        where.value("overdueUntil", until);
        where.and(overdueBefore(":overdueUntil"));
        if (by.most() == Integer.MAX_VALUE) return;
        where.value("overdueFrom", deadlines.overdueSince(by.most()));
        where.and("not " + overdueBefore(":overdueFrom"));
    }

    private String doneLate() {
        return part(DONE + " and p.done_at > p.deadline");
    }

    private String overdueBefore(String time) {
        return part(OPEN + " and p.deadline < " + time);
    }

    private void state() {
        if (query.state() == null) return;
        where.value("state", query.state());
        if (viewer.seesEverything() || query.state().equals(EntryState.CLOSED.name())) where.and("e.state = :state");
        else where.and("e.state <> 'CLOSED' and " + part(OWN + """
                 and p.state = :state and not exists (select 1 from rectification_part l
                    where l.number = p.number and l.id > p.id and l.department in (:scope) and %s)""".formatted(PartState.own("l"))));
    }

    private String part(String condition) {
        return "exists (select 1" + parts + " and p.number = e.number" + condition + ")";
    }

    private void is(String column, String name, @Nullable Object value) {
        where.and(column + " = :" + name, name, value);
    }

    private void isOrNone(String column, String name, @Nullable String value) {
        if (LedgerQuery.NONE.equals(value)) where.and(column + " is null");
        else is(column, name, value);
    }

    @Contract("!null -> !null")
    private static @Nullable LocalDateTime begin(@Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay();
    }

    private static @Nullable LocalDateTime end(@Nullable LocalDate day) {
        return day == null ? null : begin(day.plusDays(1));
    }
}
