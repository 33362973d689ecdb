package org.tiyanguan.rectification;

import java.time.Clock;
import java.time.LocalDateTime;
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
        return new LedgerConditions(viewer, query, now, names(viewer, query), deadlines).filter();
    }

    /** Only who may see who reported finds by names. Few texts are some: it is asked first, as it makes the search a slow one. */
    private LedgerNames names(Viewer viewer, LedgerQuery query) {
        Map<String, Object> values = new HashMap<>();
        if (query.q() != null) values.put("q", query.q().toLowerCase(Locale.ROOT));
        if (query.q() == null || !viewer.seesEverything()) return new LedgerNames(false, null, values);
        List<String> accounts = people.named(query.q(), MOST_NAMESAKES);
        String sql = "ledger_mentions(lower(r.name), :q)" + (accounts.isEmpty() ? "" : " or r.user_id in (:accounts)");
        values.put("accounts", accounts);
        boolean anybody = jdbc.sql("select exists (select 1 from reporter r where " + sql + ")")
                .params(values)
                .query(Boolean.class)
                .single();
        return new LedgerNames(anybody, sql, values);
    }
}
