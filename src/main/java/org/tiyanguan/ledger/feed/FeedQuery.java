package org.tiyanguan.ledger.feed;

import java.time.LocalDateTime;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.tiyanguan.core.Where;
import org.tiyanguan.ledger.EntryState;
import org.tiyanguan.ledger.FindingKind;
import org.tiyanguan.ledger.PartState;
import org.tiyanguan.ledger.Topic;

/** Which entries another system asks for; what is null narrows nothing. */
public final class FeedQuery {

    private final Where where = new Where();
    private boolean own;

    /** Reported by the other system of that id, which asks for it itself and reads what it wrote. */
    public FeedQuery own(@Nullable Long client) {
        own = client != null;
        return reportedBy(client);
    }

    /** Reported by the other system of that id. */
    public FeedQuery reportedBy(@Nullable Long client) {
        return add("r.client = :client", "client", client);
    }

    /** What the system that reported calls it. */
    public FeedQuery reference(@Nullable String reference) {
        return add("r.reference = :reference", "reference", reference);
    }

    public FeedQuery number(String number) {
        return add("e.number = :number", "number", number);
    }

    public FeedQuery numbers(Collection<String> numbers) {
        return add("e.number in (:numbers)", "numbers", numbers);
    }

    public FeedQuery state(@Nullable EntryState state) {
        return add("e.state = :state", "state", state);
    }

    public FeedQuery closed(@Nullable Boolean closed) {
        if (closed != null) where.and("e.state " + (closed ? "=" : "<>") + " 'CLOSED'");
        return this;
    }

    public FeedQuery department(@Nullable String code) {
        return add(
                "exists (select 1 from rectification_part d where d.number = e.number and d.department = :department and "
                        + PartState.effective("d") + ")",
                "department",
                code);
    }

    public FeedQuery kind(@Nullable FindingKind kind) {
        return add("e.kind = :kind", "kind", kind);
    }

    public FeedQuery topic(@Nullable Topic topic) {
        return add("e.topic = :topic", "topic", topic);
    }

    /** What has no topic counts as {@link Topic#OTHER}. */
    public FeedQuery topics(@Nullable Collection<Topic> topics) {
        return add(
                "coalesce(e.topic, 'OTHER') in (:topics)",
                "topics",
                topics == null ? null : topics.stream().map(Topic::name).toList());
    }

    public FeedQuery reportedFrom(@Nullable LocalDateTime from) {
        return add("e.reported_at >= :from", "from", from);
    }

    public FeedQuery reportedBefore(@Nullable LocalDateTime until) {
        return add("e.reported_at < :until", "until", until);
    }

    /** Something is written in its history since then. */
    public FeedQuery changedSince(@Nullable LocalDateTime since) {
        return add(
                "exists (select 1 from ledger_event h where h.number = e.number and h.among is null and h.at >= :since)",
                "since",
                since);
    }

    /** A department is past its deadline. */
    public FeedQuery overdue(@Nullable Boolean overdue, LocalDateTime now) {
        return add(
                "exists (select 1 from rectification_part d where d.number = e.number and " + PartState.open("d")
                        + " and d.deadline < :now)",
                "now",
                Boolean.TRUE.equals(overdue) ? now : null);
    }

    /** Asks only for what comes after that number in the feed's order. */
    public FeedQuery after(@Nullable String number) {
        return add("e.number < :after", "after", number);
    }

    boolean isOwn() {
        return own;
    }

    Where where() {
        return where;
    }

    private FeedQuery add(String condition, String name, @Nullable Object value) {
        where.and(condition, name, value);
        return this;
    }
}
