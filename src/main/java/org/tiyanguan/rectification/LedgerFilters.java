package org.tiyanguan.rectification;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tiyanguan.security.People;

/** Says for each query and viewer which entries are meant, the same way for the list, its files and acts on all of it. */
@Component
class LedgerFilters {

    /** Whom one name can mean; a search that finds more people than this is too wide to be about a person. */
    private static final int MOST_NAMESAKES = 100;

    /** So many entries are asked for by their numbers. */
    private static final int FEW = 1000;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final People people;
    private final Deadlines deadlines;

    LedgerFilters(JdbcClient jdbc, Clock clock, People people, Deadlines deadlines) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.people = people;
        this.deadlines = deadlines;
    }

    LedgerFilter of(Viewer viewer, LedgerQuery query) {
        LocalDateTime now = LocalDateTime.now(clock);
        LedgerText text = query.q() == null ? null : text(query.q().toLowerCase(Locale.ROOT), viewer.seesEverything());
        return new LedgerConditions(viewer, query, now, text, deadlines).filter();
    }

    /** Asks the index of texts first: how much it finds decides in what way the ledger is asked. */
    private LedgerText text(String q, boolean byNames) {
        List<String> accounts = byNames ? people.named(q, MOST_NAMESAKES) : List.of();
        Map<String, Object> values = new HashMap<>(Map.of("q", q, "accounts", accounts));
        String mention = " from ledger_entry t where ledger_mentions(t.search_text, :q)";
        String name = " from reporter r where ledger_mentions(lower(r.name), :q)" + ofAccounts(accounts);
        List<String> named = byNames ? few(name, values) : List.of();
        List<String> found = new ArrayList<>(few(mention, values));
        found.addAll(named);
        if (found.isEmpty()) return new LedgerText("1 = 0", "select * from ledger_entry where 1 = 0", values);
        if (found.size() <= FEW) {
            values.put("found", found);
            return new LedgerText("e.number in (:found)", "select * from ledger_entry where number in (:found)", values);
        }
        String read = "position(:q in e.search_text) > 0";
        // The offset keeps PostgreSQL from asking, entry by entry, what the index answers at once.
        if (named.isEmpty()) return new LedgerText(read, "select *" + mention + " offset 0", values);
        return new LedgerText(
                "(%s or exists (select 1 from reporter r where r.number = e.number and (position(:q in lower(r.name)) > 0%s)))"
                        .formatted(read, ofAccounts(accounts)),
                "select * from ledger_entry where number in ((select number%s offset 0) union all select number%s)".formatted(mention, name),
                values);
    }

    /** An officer's name stands in the account, everybody else's in the report. */
    private static String ofAccounts(List<String> accounts) {
        return accounts.isEmpty() ? "" : " or r.user_id in (:accounts)";
    }

    /** One more than few of the numbers where there are more. */
    private List<String> few(String from, Map<String, Object> values) {
        return jdbc.sql("select number" + from + " limit " + (FEW + 1)).params(values).query(String.class).list();
    }
}
