package org.tiyanguan.disclosure;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tiyanguan.security.CurrentUser;

/** What the centre decided about what is public: the last word about a thing counts, and all words are kept. */
@Component
@Transactional
public class Disclosures {

    public record Decision(LocalDateTime at, String actorName, PublicItem item, boolean shown) {}

    private static final int LATEST = 50;

    private final JdbcClient jdbc;
    private final CurrentUser user;
    private final Clock clock;

    Disclosures(JdbcClient jdbc, CurrentUser user, Clock clock) {
        this.jdbc = jdbc;
        this.user = user;
        this.clock = clock;
    }

    /** What is public, and since when. */
    @Transactional(readOnly = true)
    public Map<PublicItem, LocalDateTime> current() {
        Map<PublicItem, LocalDateTime> current = new EnumMap<>(PublicItem.class);
        jdbc.sql("""
                        select at, actor_name, item, shown from disclosure
                        where (item, nth) in (select item, max(nth) from disclosure group by item)""").query(Decision.class).list().stream()
                .filter(Decision::shown)
                .forEach(decision -> current.put(decision.item, decision.at));
        return current;
    }

    /**
     * Makes these things public and no others. Of two who decide at once about the same thing the second fails, and
     * sees what the first decided.
     */
    public void decide(Set<PublicItem> shown) {
        Set<PublicItem> before = current().keySet();
        for (PublicItem item : PublicItem.values())
            if (shown.contains(item) != before.contains(item)) add(item, shown.contains(item));
    }

    /** The newest first. */
    @Transactional(readOnly = true)
    public List<Decision> latest() {
        return jdbc.sql(
                        "select at, actor_name, item, shown from disclosure order by id desc fetch first :most rows only")
                .param("most", LATEST)
                .query(Decision.class)
                .list();
    }

    private void add(PublicItem item, boolean shown) {
        jdbc.sql("""
                        insert into disclosure (item, nth, shown, at, actor, actor_name)
                        select :item, count(*) + 1, :shown, :at, :actor, :name from disclosure where item = :item""")
                .param("item", item.name())
                .param("shown", shown)
                .param("at", LocalDateTime.now(clock))
                .param("actor", user.id().orElseThrow())
                .param("name", user.name().orElseThrow())
                .update();
    }
}
