package org.tiyanguan.ledger;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tiyanguan.core.ReadOnce;
import org.tiyanguan.core.RowLock;

/** The ledger's entries as the process writes them. */
@Component
public class Ledger {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final LedgerNumbers numbers;
    private final Reporters reporters;
    private final ApplicationEventPublisher events;
    private final ReadOnce once;
    private final RowLock lock;

    Ledger(
            JdbcClient jdbc,
            Clock clock,
            LedgerNumbers numbers,
            Reporters reporters,
            ApplicationEventPublisher events,
            ReadOnce once,
            RowLock lock) {
        this.lock = lock;
        this.jdbc = jdbc;
        this.clock = clock;
        this.numbers = numbers;
        this.reporters = reporters;
        this.events = events;
        this.once = once;
    }

    /**
     * Opens an entry with all that is known of where it came from, and returns its number.
     *
     * @param officer the account of the officer who reported it; null for everybody else
     * @param publicText what departments and other systems read
     */
    public String open(Report report, @Nullable String officer, Origin origin, Wording publicText) {
        LocalDateTime now = LocalDateTime.now(clock);
        String number = numbers.next(now.getYear());
        jdbc.sql("""
                        insert into ledger_entry (number, kind, title, description, place, occurred_on, service_item,
                            urgency, channel, category, mode, topic, state, reported_at,
                            public_title, public_description, public_place, public_service_item)
                        values (:number, :kind, :originalTitle, :originalDescription, :originalPlace, :occurredOn, :originalServiceItem,
                            :urgency, :channel, :category, :mode, :topic, 'TRIAGE', :now,
                            :publicTitle, :publicDescription, :publicPlace, :publicServiceItem)""")
                .param("number", number)
                .param("kind", report.kind().name())
                .params(columns("original", Wording.of(report)))
                .params(columns("public", publicText))
                .param("occurredOn", report.occurredOn())
                .param("urgency", report.urgency().name())
                .param("channel", report.channel().name())
                .param("category", reporters.categoryOf(officer).map(Enum::name).orElse(null))
                .param("mode", nameOf(origin.mode()))
                .param("topic", nameOf(origin.topic()))
                .param("now", now)
                .update();
        once.forget(Entry.class, number);
        reporters.add(number, report, officer, origin);
        events.publishEvent(new EntryMoved(number, EntryState.TRIAGE));
        return number;
    }

    public Entry entry(String number) {
        return find(number).orElseThrow();
    }

    public Optional<Entry> find(String number) {
        return once.find(
                Entry.class,
                number,
                () -> jdbc.sql("select * from ledger_entry where number = :number")
                        .param("number", number)
                        .query(Entry::of)
                        .optional());
    }

    /** The entry, which no other transaction can change until this one ends. */
    public Optional<Entry> lock(String number) {
        once.forgetAll();
        return jdbc.sql("select * from ledger_entry where number = :number" + lock.clause())
                .param("number", number)
                .query(Entry::of)
                .optional();
    }

    public void moveTo(String number, EntryState state) {
        set(number, "state", state.name());
        events.publishEvent(new EntryMoved(number, state));
    }

    public void topic(String number, Topic topic) {
        set(number, "topic", topic.name());
    }

    /** The centre accepts it, and says whether other departments are needed. */
    public void accept(String number, boolean needsOthers) {
        jdbc.sql("update ledger_entry set state = 'ASSIGN', needs_others = :needsOthers where number = :number")
                .param("needsOthers", needsOthers)
                .param("number", number)
                .update();
        once.forget(Entry.class, number);
        events.publishEvent(new EntryMoved(number, EntryState.ASSIGN));
    }

    /** @param publicAnswer as departments and other systems read it */
    public void draftAnswer(String number, String answer, String publicAnswer) {
        jdbc.sql("update ledger_entry set answer = :answer, public_answer = :publicAnswer where number = :number")
                .param("answer", answer)
                .param("publicAnswer", publicAnswer)
                .param("number", number)
                .update();
        once.forget(Entry.class, number);
    }

    /** Sets what departments and other systems read from now on. */
    public void publish(String number, Wording text) {
        jdbc.sql("""
                        update ledger_entry set public_title = :publicTitle, public_description = :publicDescription,
                            public_place = :publicPlace, public_service_item = :publicServiceItem
                        where number = :number""").params(columns("public", text)).param("number", number).update();
        once.forget(Entry.class, number);
    }

    public void rate(String number, int rating) {
        set(number, "rating", rating);
    }

    public void objected(String number) {
        set(number, "objected", true);
    }

    public void mergeInto(String number, String main) {
        set(number, "merged_into", main);
        moveTo(number, EntryState.MERGED);
    }

    public void unmerge(String number) {
        jdbc.sql("update ledger_entry set merged_into = null, state = 'TRIAGE' where number = :number")
                .param("number", number)
                .update();
        once.forget(Entry.class, number);
        events.publishEvent(new EntryMoved(number, EntryState.TRIAGE));
    }

    /** The entries that wait for this one's answer. */
    public List<String> waitingFor(String number) {
        return jdbc.sql(
                        "select number from ledger_entry where merged_into = :number and state = 'MERGED' order by number")
                .param("number", number)
                .query(String.class)
                .list();
    }

    /** The entries that were merged into this one, answered or not. */
    public List<String> mergedInto(String number) {
        return jdbc.sql("select number from ledger_entry where merged_into = :number order by number")
                .param("number", number)
                .query(String.class)
                .list();
    }

    /** Closes the entry with its drafted answer; the database refuses one without. */
    public void close(String number, Outcome outcome) {
        jdbc.sql("""
                        update ledger_entry set state = 'CLOSED', outcome = :outcome, closed_at = :now
                        where number = :number""")
                .param("outcome", outcome.name())
                .param("now", LocalDateTime.now(clock))
                .param("number", number)
                .update();
        once.forget(Entry.class, number);
        events.publishEvent(new EntryMoved(number, EntryState.CLOSED));
    }

    private static Map<String, String> columns(String prefix, Wording text) {
        return Map.of(
                prefix + "Title",
                text.title(),
                prefix + "Description",
                text.description(),
                prefix + "Place",
                text.place(),
                prefix + "ServiceItem",
                text.serviceItem());
    }

    private static @Nullable String nameOf(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }

    private void set(String number, String column, Object value) {
        jdbc.sql("update ledger_entry set " + column + " = :value where number = :number")
                .param("value", value)
                .param("number", number)
                .update();
        once.forget(Entry.class, number);
    }
}
