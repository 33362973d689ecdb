package org.tiyanguan.ledger;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tiyanguan.core.ReadOnce;
import org.tiyanguan.core.Texts;

/**
 * What became of entries after they were closed: others that go on with them, as what was mended came back (复发), and
 * what looking back found (回头看).
 */
@Component
public class Relapses {

    /** An entry that goes on with a closed one. */
    public record Child(String number, EntryState state, LocalDateTime reportedAt) {}

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Ledger ledger;
    private final LedgerHistory history;
    private final ReadOnce once;
    private final ObjectProvider<RelapseWatch> watches;
    private final Texts words;

    Relapses(
            JdbcClient jdbc,
            Clock clock,
            Ledger ledger,
            LedgerHistory history,
            ReadOnce once,
            ObjectProvider<RelapseWatch> watches,
            Texts words) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.ledger = ledger;
        this.history = history;
        this.once = once;
        this.watches = watches;
        this.words = words;
    }

    /**
     * Says of a new entry which closed one it goes on with; both histories tell, and every watch.
     *
     * @param reason as departments may read it
     */
    public void link(String number, String child, String reason) {
        jdbc.sql("update ledger_entry set relapse_of = :number where number = :child")
                .param("number", number)
                .param("child", child)
                .update();
        once.forget(Entry.class, child);
        history.record(ledger.entry(number), Act.RELAPSE, words.of("relapse.as", child, reason));
        history.record(ledger.entry(child), Act.RELAPSE_OF, words.of("relapse.of", number));
        watches.orderedStream().forEach(watch -> watch.relapsed(number, child));
    }

    /** Whether another entry goes on with the one that the query calls {@code entry}, in SQL. */
    public static String relapsed(String entry) {
        return entry
                + ".number in (select again.relapse_of from ledger_entry again where again.relapse_of is not null)";
    }

    /** The entries that go on with this one, the first one first. */
    public List<Child> of(String number) {
        return jdbc.sql("""
                        select number, state, reported_at from ledger_entry where relapse_of = :number
                        order by reported_at, number""").param("number", number).query(Child.class).list();
    }

    /** The number of the one that is still under way, if one is. */
    public Optional<String> openOf(String number) {
        return of(number).stream()
                .filter(child -> child.state() != EntryState.CLOSED)
                .map(Child::number)
                .findFirst();
    }

    /** The numbers of what was mended and closed in that time, and neither came back nor was looked back on. */
    public List<String> mended(LocalDateTime from, LocalDateTime until) {
        return jdbc.sql("""
                        select e.number from ledger_entry e
                        where e.outcome = 'RECTIFIED' and e.closed_at >= :from and e.closed_at < :until
                            and e.look_back is null and not\s""" + relapsed("e") + " order by e.number")
                .param("from", from)
                .param("until", until)
                .query(String.class)
                .list();
    }

    /** Keeps what was found when somebody looked again. */
    public void lookedBack(String number, LookBack found) {
        jdbc.sql("update ledger_entry set look_back = :found, looked_back_at = :now where number = :number")
                .param("found", found.name())
                .param("now", LocalDateTime.now(clock))
                .param("number", number)
                .update();
        once.forget(Entry.class, number);
        history.record(ledger.entry(number), Act.LOOK_BACK, words.label("look-back", found));
    }
}
