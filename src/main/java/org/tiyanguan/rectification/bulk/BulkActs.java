package org.tiyanguan.rectification.bulk;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tiyanguan.core.Signs;

/** The acts of the centre on many entries at once, as they are written down. */
@Component
class BulkActs {

    /** An entry by what names it to people. */
    record Named(String number, String title) {}

    record Refused(String number, String title, String message) {}

    private static final String WITH_COUNTS = """
            select b.*, e.total, e.done, e.refused from bulk_act b join
                (select bulk, count(*) as total, count(case when state = 'DONE' then 1 end) as done,
                    count(case when state = 'REFUSED' then 1 end) as refused
                 from bulk_act_entry group by bulk) e on e.bulk = b.number""";

    /** What the table takes. */
    private static final int LONGEST_MESSAGE = 500;

    private final JdbcClient jdbc;
    private final Clock clock;

    BulkActs(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param department only of a transfer, and {@code until} only of an extension; null otherwise */
    void add(
            String number,
            BulkAct.Kind act,
            String reason,
            @Nullable String department,
            @Nullable LocalDate until,
            String askedBy) {
        jdbc.sql("""
                        insert into bulk_act (number, act, reason, department, until, asked_by, asked_at)
                        values (:number, :act, :reason, :department, :until, :askedBy, :now)""")
                .param("number", number)
                .param("act", act.name())
                .param("reason", reason)
                .param("department", department)
                .param("until", until)
                .param("askedBy", askedBy)
                .param("now", LocalDateTime.now(clock))
                .update();
    }

    void addEntries(String bulk, Collection<String> numbers) {
        jdbc.sql(
                        "insert into bulk_act_entry (bulk, number) select :bulk, number from ledger_entry where number in (:numbers)")
                .param("bulk", bulk)
                .param("numbers", numbers)
                .update();
    }

    Optional<BulkAct> find(String bulk) {
        return jdbc.sql(WITH_COUNTS + " where b.number = :bulk")
                .param("bulk", bulk)
                .query(BulkAct.class)
                .optional();
    }

    /** The newest first. */
    List<BulkAct> since(LocalDateTime time) {
        return jdbc.sql(WITH_COUNTS + " where b.asked_at >= :time order by b.asked_at desc, b.number desc")
                .param("time", time)
                .query(BulkAct.class)
                .list();
    }

    List<Refused> refused(String bulk) {
        return jdbc.sql("""
                        select b.number, e.title, b.message from bulk_act_entry b join ledger_entry e on e.number = b.number
                        where b.bulk = :bulk and b.state = 'REFUSED' order by b.number""").param("bulk", bulk).query(Refused.class).list();
    }

    /** Those of the numbers that the ledger has. */
    List<Named> named(Collection<String> numbers) {
        if (numbers.isEmpty()) return List.of();
        return jdbc.sql("select number, title from ledger_entry where number in (:numbers) order by number")
                .param("numbers", numbers)
                .query(Named.class)
                .list();
    }

    /** The next entry that waits for the act. */
    Optional<String> next(String bulk) {
        return jdbc.sql("""
                        select number from bulk_act_entry where bulk = :bulk and state = 'WAITING'
                        order by number fetch first row only""").param("bulk", bulk).query(String.class).optional();
    }

    /** Whether the entry still waited; until this transaction ends, nobody else can take it. */
    boolean done(String bulk, String entry) {
        return change(bulk, entry, "DONE", null);
    }

    void refuse(String bulk, String entry, String why) {
        change(bulk, entry, "REFUSED", Signs.cut(why, LONGEST_MESSAGE));
    }

    void end(String bulk) {
        jdbc.sql("update bulk_act set ended_at = :now where number = :bulk")
                .param("now", LocalDateTime.now(clock))
                .param("bulk", bulk)
                .update();
    }

    private boolean change(String bulk, String entry, String state, @Nullable String message) {
        return jdbc.sql("""
                                update bulk_act_entry set state = :state, message = :message
                                where bulk = :bulk and number = :entry and state = 'WAITING'""")
                        .param("state", state)
                        .param("message", message)
                        .param("bulk", bulk)
                        .param("entry", entry)
                        .update()
                > 0;
    }
}
