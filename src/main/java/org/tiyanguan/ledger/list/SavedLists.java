package org.tiyanguan.ledger.list;

import java.util.List;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tiyanguan.core.Texts;

/** The lists of the ledger that people come back to, each their own. */
@Component
@Transactional
public class SavedLists {

    /** {@code query}: what stands behind the question mark of its address, empty for the plain list. */
    public record View(long id, String name, String query) {

        public String address() {
            return query.isEmpty() ? "/ledger" : "/ledger?" + query;
        }
    }

    static final int MOST = 20;

    private static final int LONGEST_NAME = 30;

    /** The query as {@link LedgerQuery#toView} writes it. */
    private static final Pattern QUERY = Pattern.compile("[A-Za-z0-9_.~%,=&+:-]{0,2000}");

    private final JdbcClient jdbc;
    private final Texts words;

    SavedLists(JdbcClient jdbc, Texts words) {
        this.jdbc = jdbc;
        this.words = words;
    }

    @Transactional(readOnly = true)
    public List<View> of(String owner) {
        return jdbc.sql("select id, name, query from ledger_view where owner = :owner order by id")
                .param("owner", owner)
                .query(View.class)
                .list();
    }

    /** One of the same name takes its place. */
    public void save(String owner, String name, String query) {
        String clean = words.length("name", name, 1, LONGEST_NAME);
        if (!QUERY.matcher(query).matches()) throw words.refusal(null, "view.query");
        List<View> views = of(owner);
        boolean again = views.stream().anyMatch(view -> view.name.equals(clean));
        if (!again && views.size() >= MOST) throw words.refusal(null, "view.many", MOST);
        jdbc.sql(
                        again
                                ? "update ledger_view set query = :query where owner = :owner and name = :name"
                                : "insert into ledger_view (owner, name, query) values (:owner, :name, :query)")
                .param("owner", owner)
                .param("name", clean)
                .param("query", query)
                .update();
    }

    public void remove(String owner, long id) {
        jdbc.sql("delete from ledger_view where owner = :owner and id = :id")
                .param("owner", owner)
                .param("id", id)
                .update();
    }
}
