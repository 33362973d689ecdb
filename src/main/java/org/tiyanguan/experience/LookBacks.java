package org.tiyanguan.experience;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tiyanguan.ledger.Part;
import org.tiyanguan.ledger.Parts;
import org.tiyanguan.ledger.Relapses;
import org.tiyanguan.ledger.Reporters;

/** The table of what is looked back on (回头看), and who keeps away from it. */
@Component
public class LookBacks {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Parts parts;
    private final Relapses relapses;
    private final Reporters reporters;

    LookBacks(JdbcClient jdbc, Clock clock, Parts parts, Relapses relapses, Reporters reporters) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.parts = parts;
        this.relapses = relapses;
        this.reporters = reporters;
    }

    /** Whether the entry is to be looked back on; empty while nobody decided. */
    public Optional<Boolean> chosen(String number) {
        return jdbc.sql("select chosen from look_back where number = :number")
                .param("number", number)
                .query(Boolean.class)
                .optional();
    }

    /** @param share in percent */
    public void decide(String number, int share, boolean chosen) {
        LocalDateTime now = LocalDateTime.now(clock);
        jdbc.sql("""
                        insert into look_back (number, share, chosen, decided_at, settled_at)
                        values (:number, :share, :chosen, :now, :settled)""")
                .param("number", number)
                .param("share", share)
                .param("chosen", chosen)
                .param("now", now)
                .param("settled", chosen ? null : now)
                .update();
    }

    /** It is known what became of it, or nobody looks any more. */
    public void settle(String number) {
        jdbc.sql("update look_back set settled_at = :now where number = :number and settled_at is null")
                .param("now", LocalDateTime.now(clock))
                .param("number", number)
                .update();
    }

    /** What nobody looks at though it was chosen: whoever was to look never sent a record. */
    public List<String> unattended() {
        return jdbc.sql("""
                        select number from look_back where settled_at is null and not exists (
                            select 1 from assignment a where a.look_back = look_back.number and a.state in ('PLAN', 'RUNNING'))
                        order by number""").query(String.class).list();
    }

    /** Those of the numbers about which nobody decided yet. */
    public List<String> undecided(Collection<String> numbers) {
        if (numbers.isEmpty()) return List.of();
        Set<String> decided = jdbc.sql("select number from look_back where number in (:numbers)")
                .param("numbers", numbers)
                .query(String.class)
                .set();
        return numbers.stream().filter(number -> !decided.contains(number)).toList();
    }

    /** Whoever reported it, first or again, and whoever was sent to look before. */
    Set<String> involved(String number) {
        Set<String> all = new HashSet<>(jdbc.sql(
                        "select v.officer from visit v join assignment a on a.number = v.assignment where a.look_back = :number")
                .param("number", number)
                .query(String.class)
                .set());
        reporters.account(number).ifPresent(all::add);
        relapses.of(number).forEach(child -> reporters.account(child.number()).ifPresent(all::add));
        return all;
    }

    /** The codes of the departments that mended it, the first one first. */
    public List<String> departments(String number) {
        return parts.of(number).stream()
                .filter(Part::isEffective)
                .map(Part::department)
                .distinct()
                .toList();
    }
}
