package org.tiyanguan.ledger.feed;

import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tiyanguan.ledger.Card;
import org.tiyanguan.ledger.EntryState;
import org.tiyanguan.ledger.FindingKind;
import org.tiyanguan.ledger.Outcome;
import org.tiyanguan.ledger.PartState;
import org.tiyanguan.ledger.Topic;
import org.tiyanguan.ledger.Urgency;

/**
 * The ledger as other systems may read it: never who reported, not in what was written either. A system that asks for
 * what it reported itself reads it as it wrote it, and the answer as the reporter gets it.
 */
@Component
@Transactional(readOnly = true)
public class LedgerFeed {

    /**
     * One entry. {@code deadline} is the earliest of the departments that are at work, {@code card} their heaviest;
     * {@code departments} are codes; {@code answer} is null until the entry is closed; {@code reference} is what the
     * system that reported calls it; {@code relapseOf} is the closed entry that it goes on with.
     */
    public record Line(
            String number,
            @Nullable String reference,
            EntryState state,
            FindingKind kind,
            Urgency urgency,
            @Nullable Topic topic,
            String title,
            String description,
            String serviceItem,
            String place,
            List<String> departments,
            @Nullable LocalDateTime deadline,
            @Nullable Card card,
            @Nullable Outcome outcome,
            @Nullable Integer rating,
            @Nullable String answer,
            LocalDateTime reportedAt,
            LocalDateTime changedAt,
            @Nullable LocalDateTime closedAt,
            @Nullable String relapseOf) {}

    private record Row(
            String number,
            @Nullable String reference,
            EntryState state,
            FindingKind kind,
            Urgency urgency,
            @Nullable Topic topic,
            String title,
            String description,
            String serviceItem,
            String place,
            @Nullable String departments,
            @Nullable LocalDateTime deadline,
            @Nullable Card card,
            @Nullable Outcome outcome,
            @Nullable Integer rating,
            @Nullable String answer,
            LocalDateTime reportedAt,
            @Nullable LocalDateTime changedAt,
            @Nullable LocalDateTime closedAt,
            @Nullable String relapseOf) {

        Line line() {
            return new Line(
                    number,
                    reference,
                    state,
                    kind,
                    urgency,
                    topic,
                    title,
                    description,
                    serviceItem,
                    place,
                    departments == null
                            ? List.of()
                            : Arrays.stream(departments.split(","))
                                    .distinct()
                                    .sorted()
                                    .toList(),
                    deadline,
                    card,
                    outcome,
                    rating,
                    answer,
                    reportedAt,
                    changedAt == null ? reportedAt : changedAt,
                    closedAt,
                    relapseOf);
        }
    }

    private final JdbcClient jdbc;

    LedgerFeed(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** As {@link #find(FeedQuery, int, long)}, from the first. */
    public List<Line> find(FeedQuery query, int most) {
        return find(query, most, 0);
    }

    /**
     * The newest first, {@code most} at most. By number, which is by the time of the report, so that no page shifts.
     *
     * @param passed so many of the first are passed over
     */
    public List<Line> find(FeedQuery query, int most, long passed) {
        String wording = query.isOwn() ? "e." : "e.public_";
        return jdbc
                .sql("""
                        select e.number, r.reference, e.state, e.kind, e.urgency, e.topic, %1$stitle as title,
                            %1$sdescription as description, %1$sservice_item as service_item, %1$splace as place,
                            (select string_agg(p.department, ',') from rectification_part p
                                where p.number = e.number and %2$s) as departments,
                            (select min(p.deadline) from rectification_part p where p.number = e.number and %3$s) as deadline,
                            (select %4$s from rectification_part p where p.number = e.number and %2$s) as card,
                            e.outcome, e.rating, case when e.state = 'CLOSED' then %1$sanswer end as answer, e.reported_at,
                            (select max(h.at) from ledger_event h where h.number = e.number and h.among is null) as changed_at,
                            e.closed_at, e.relapse_of
                        from ledger_entry e left join reporter r on r.number = e.number""".formatted(wording, PartState.effective("p"), PartState.open("p"), Card.heaviest("p"))
                        + query.where().sql() + " order by e.number desc limit :most offset :passed")
                .params(query.where().values())
                .param("most", most)
                .param("passed", passed)
                .query(Row.class)
                .list()
                .stream()
                .map(Row::line)
                .toList();
    }
}
