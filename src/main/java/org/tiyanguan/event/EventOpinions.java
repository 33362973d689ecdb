package org.tiyanguan.event;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tiyanguan.core.CaseOf;
import org.tiyanguan.event.Opinion.Kind;

/** The table of what was said at events. */
@Component
public class EventOpinions implements CaseOf {

    private final JdbcClient jdbc;
    private final Clock clock;

    EventOpinions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public void add(String event, long speaker, Kind kind, String text) {
        jdbc.sql("insert into event_opinion (event, speaker, kind, text) values (:event, :speaker, :kind, :text)")
                .param("event", event)
                .param("speaker", speaker)
                .param("kind", kind.name())
                .param("text", text)
                .update();
    }

    /** Takes back what was written down by mistake; what was asked with a reply stays. */
    public void drop(String event, long id) {
        jdbc.sql("delete from event_opinion where id = :id and event = :event and kind <> 'QUESTION'")
                .param("id", id)
                .param("event", event)
                .update();
    }

    /** Keeps what was filled in for the ledger until it stands there. */
    public void draft(long id, String finding) {
        jdbc.sql("update event_opinion set finding = :finding where id = :id")
                .param("finding", finding)
                .param("id", id)
                .update();
    }

    /** It is an entry of the ledger now, and stands there only. */
    public void enter(long id, String ledger) {
        jdbc.sql("update event_opinion set finding = null, ledger = :ledger, settled_at = :now where id = :id")
                .param("ledger", ledger)
                .param("now", LocalDateTime.now(clock))
                .param("id", id)
                .update();
    }

    public void answer(long id, String answer) {
        jdbc.sql("update event_opinion set answer = :answer where id = :id")
                .param("answer", answer)
                .param("id", id)
                .update();
    }

    /** The speaker has been told. */
    public void settle(long id) {
        jdbc.sql("update event_opinion set settled_at = :now where id = :id")
                .param("now", LocalDateTime.now(clock))
                .param("id", id)
                .update();
    }

    @Override
    public String caseOf(String id) {
        return opinion(Long.parseLong(id)).event();
    }

    public Opinion opinion(long id) {
        return jdbc.sql("select * from event_opinion where id = :id")
                .param("id", id)
                .query(Opinion.class)
                .single();
    }

    /** In the order in which they were written down. */
    public List<Opinion> of(String event) {
        return jdbc.sql("select * from event_opinion where event = :event order by id")
                .param("event", event)
                .query(Opinion.class)
                .list();
    }
}
