package org.tiyanguan.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.RowMapper;

/**
 * A ledger entry (台账): one finding from its report to its answer. Who reported it is not part of it, but the words may
 * tell: departments and other systems read {@code publicText} and {@code publicAnswer} only.
 */
public record Entry(
        String number,
        FindingKind kind,
        Topic topic,
        Wording original,
        Wording publicText,
        LocalDate occurredOn,
        Urgency urgency,
        Channel channel,
        EntryState state,
        Outcome outcome,
        String mergedInto,
        boolean needsOthers,
        boolean objected,
        Integer rating,
        String answer,
        String publicAnswer,
        LocalDateTime reportedAt,
        LocalDateTime closedAt) {

    private record Row(
            String number,
            FindingKind kind,
            Topic topic,
            String title,
            String description,
            String place,
            String serviceItem,
            String publicTitle,
            String publicDescription,
            String publicPlace,
            String publicServiceItem,
            LocalDate occurredOn,
            Urgency urgency,
            Channel channel,
            EntryState state,
            Outcome outcome,
            String mergedInto,
            boolean needsOthers,
            boolean objected,
            Integer rating,
            String answer,
            String publicAnswer,
            LocalDateTime reportedAt,
            LocalDateTime closedAt) {

        Entry entry() {
            return new Entry(
                    number,
                    kind,
                    topic,
                    new Wording(title, description, place, serviceItem),
                    new Wording(publicTitle, publicDescription, publicPlace, publicServiceItem),
                    occurredOn,
                    urgency,
                    channel,
                    state,
                    outcome,
                    mergedInto,
                    needsOthers,
                    objected,
                    rating,
                    answer,
                    publicAnswer,
                    reportedAt,
                    closedAt);
        }
    }

    private static final RowMapper<Row> ROWS = new DataClassRowMapper<>(Row.class);

    /** Of a row with all columns of {@code ledger_entry}. */
    static Entry of(ResultSet row, int n) throws SQLException {
        return ROWS.mapRow(row, n).entry();
    }
}
