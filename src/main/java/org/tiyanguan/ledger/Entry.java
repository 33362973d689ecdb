package org.tiyanguan.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A ledger entry (台账): one finding from its report to its answer. Who reported it is not part of it, but the words may
 * tell: departments and other systems read {@code publicText} and {@code publicAnswer} only. {@code relapseOf} is the
 * closed entry that it goes on with.
 */
public record Entry(
        String number,
        FindingKind kind,
        @Nullable Topic topic,
        Wording original,
        Wording publicText,
        LocalDate occurredOn,
        Urgency urgency,
        Channel channel,
        EntryState state,
        @Nullable Outcome outcome,
        @Nullable String mergedInto,
        boolean needsOthers,
        boolean objected,
        @Nullable Integer rating,
        @Nullable String answer,
        @Nullable String publicAnswer,
        LocalDateTime reportedAt,
        @Nullable LocalDateTime closedAt,
        @Nullable String relapseOf,
        @Nullable LookBack lookBack,
        @Nullable LocalDateTime lookedBackAt) {

    /** The answer that was drafted; the database closes no entry without one. */
    public String draftedAnswer() {
        return Objects.requireNonNull(answer, "no answer yet");
    }

    /** When it was closed, if it is. */
    public LocalDateTime endedAt() {
        return Objects.requireNonNull(closedAt, "not closed");
    }

    /** Reads a row with all columns of {@code ledger_entry}. */
    static Entry of(ResultSet row, int n) throws SQLException {
        return new Entry(
                row.getString("number"),
                FindingKind.valueOf(row.getString("kind")),
                one(Topic.class, row.getString("topic")),
                wording(row, ""),
                wording(row, "public_"),
                row.getObject("occurred_on", LocalDate.class),
                Urgency.valueOf(row.getString("urgency")),
                Channel.valueOf(row.getString("channel")),
                EntryState.valueOf(row.getString("state")),
                one(Outcome.class, row.getString("outcome")),
                row.getString("merged_into"),
                row.getBoolean("needs_others"),
                row.getBoolean("objected"),
                row.getObject("rating", Integer.class),
                row.getString("answer"),
                row.getString("public_answer"),
                row.getObject("reported_at", LocalDateTime.class),
                row.getObject("closed_at", LocalDateTime.class),
                row.getString("relapse_of"),
                one(LookBack.class, row.getString("look_back")),
                row.getObject("looked_back_at", LocalDateTime.class));
    }

    private static Wording wording(ResultSet row, String prefix) throws SQLException {
        return new Wording(
                row.getString(prefix + "title"),
                row.getString(prefix + "description"),
                row.getString(prefix + "place"),
                row.getString(prefix + "service_item"));
    }

    private static <E extends Enum<E>> @Nullable E one(Class<E> type, @Nullable String name) {
        return name == null ? null : Enum.valueOf(type, name);
    }
}
