package org.tiyanguan.ledger.list;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tiyanguan.core.PersonName;
import org.tiyanguan.core.Phone;
import org.tiyanguan.ledger.Deadlines;
import org.tiyanguan.ledger.Viewer;
import org.tiyanguan.officer.Officers;
import org.tiyanguan.security.People;

/**
 * Says for each query and viewer which entries are meant, the same way for the list, its files and acts on all of it.
 */
@Component
class LedgerFilters {

    /** Whom one name can mean; a search that finds more people than this is too wide to be about a person. */
    private static final int MOST_NAMESAKES = 100;

    /** So many entries are asked for by their numbers. */
    private static final int FEW = 1000;

    /** What {@link LedgerConditions} can ask of an entry. */
    private static final String ASKED =
            "e.number, e.kind, e.urgency, e.channel, e.mode, e.topic, e.category, e.service_item, e.public_service_item, e.state, e.rating, e.reported_at, e.closed_at, e.outcome, e.relapse_of, e.look_back";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final People people;
    private final Officers officers;
    private final Deadlines deadlines;

    LedgerFilters(JdbcClient jdbc, Clock clock, People people, Officers officers, Deadlines deadlines) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.people = people;
        this.officers = officers;
        this.deadlines = deadlines;
    }

    LedgerFilter of(Viewer viewer, LedgerQuery query) {
        LocalDateTime now = LocalDateTime.now(clock);
        LedgerText text = query.q() == null ? null : text(query.q().toLowerCase(Locale.ROOT), viewer);
        return new LedgerConditions(viewer, query, now, text, deadlines).filter();
    }

    /** Asks the index of texts first: how much it finds decides in what way the ledger is asked. */
    private LedgerText text(String q, Viewer viewer) {
        boolean byNames = viewer.seesEverything();
        String searched = viewer.wording("search_text");
        String phone = byNames ? Phone.kept(q).orElse(null) : null;
        List<String> accounts = byNames ? accounts(q, phone) : List.of();
        Map<String, Object> values =
                new HashMap<>(Map.of("q", q, "named", PersonName.written(q), "accounts", accounts));
        String mention = " from ledger_entry e where ledger_mentions(" + searched + ", :q)";
        values.put("phone", phone);
        // An officer's name stands in the account, everybody else's in the report.
        String naming = "(ledger_mentions(lower(r.name), :named)"
                + (accounts.isEmpty() ? "" : " or r.user_id in (:accounts)")
                + (phone == null ? "" : " or r.phone = :phone")
                + ")";
        String report = " from reporter r join ledger_entry e on e.number = r.number where " + naming;
        List<String> found = new ArrayList<>(byNames ? few(report, values) : List.of());
        boolean named = !found.isEmpty();
        found.addAll(few(mention, values));
        if (found.isEmpty()) return new LedgerText("1 = 0", null, values);
        if (found.size() <= FEW) {
            values.put("found", found);
            return new LedgerText("e.number in (:found)", null, values);
        }
        String read = "position(:q in " + searched + ") > 0";
        String entries = "select " + ASKED + mention;
        if (!named) return new LedgerText(read, entries, values);
        return new LedgerText(
                "(" + read + " or exists (select 1 from reporter r where r.number = e.number and " + naming + "))",
                entries + " union select " + ASKED + report,
                values);
    }

    private List<String> accounts(String q, @Nullable String phone) {
        return phone == null ? people.named(q, MOST_NAMESAKES) : officers.withPhone(phone);
    }

    /** One more than few of the numbers where there are more. */
    private List<String> few(String from, Map<String, Object> values) {
        return jdbc.sql("select e.number" + from + " limit " + (FEW + 1))
                .params(values)
                .query(String.class)
                .list();
    }
}
