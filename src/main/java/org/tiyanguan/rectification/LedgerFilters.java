package org.tiyanguan.rectification;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import org.springframework.stereotype.Component;
import org.tiyanguan.security.People;

/** Says for each query and viewer which entries are meant, the same way for the list, its files and acts on all of it. */
@Component
class LedgerFilters {

    /** Whom one name can mean; a search that finds more people than this is too wide to be about a person. */
    private static final int MOST_NAMESAKES = 100;

    private final Clock clock;
    private final People people;
    private final Deadlines deadlines;

    LedgerFilters(Clock clock, People people, Deadlines deadlines) {
        this.clock = clock;
        this.people = people;
        this.deadlines = deadlines;
    }

    LedgerFilter of(Viewer viewer, LedgerQuery query) {
        boolean byName = viewer.seesEverything() && query.q() != null;
        List<String> accounts = byName ? people.named(query.q(), MOST_NAMESAKES) : List.of();
        return new LedgerConditions(viewer, query, LocalDateTime.now(clock), accounts, deadlines).filter();
    }
}
