package org.tiyanguan.practice;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tiyanguan.core.CaseNumbers;
import org.tiyanguan.practice.Practice.State;

/** The table of practices. */
@Component
public class Practices {

    /** Who nominates an entry, and why; of the table nobody. */
    public record Nomination(
            Nominator by,
            @Nullable String account,
            @Nullable String why) {}

    /** What a list is asked for; each may be null. */
    public record Asked(
            @Nullable Integer year,
            @Nullable String department,
            @Nullable String topic) {

        public static final Asked ALL = new Asked(null, null, null);
    }

    private static final String PUBLIC = "published_at is not null and withdrawn_at is null";

    private final JdbcClient jdbc;
    private final CaseNumbers numbers;
    private final Clock clock;

    Practices(JdbcClient jdbc, CaseNumbers numbers, Clock clock) {
        this.jdbc = jdbc;
        this.numbers = numbers;
        this.clock = clock;
    }

    /**
     * Returns its number.
     *
     * @throws org.springframework.dao.DuplicateKeyException if the entry has a practice that stands
     */
    String add(Candidate candidate, Nomination nomination) {
        String number = numbers.next("HY", 6);
        jdbc.sql("""
                        insert into practice (number, ledger, stands_for, state, nominated_by, nominator, nominated_why, nominated_at,
                            department, topic, service_item, title)
                        values (:number, :ledger, :ledger, :state, :by, :account, :why, :now, :department, :topic, :serviceItem, :title)""")
                .param("number", number)
                .param("ledger", candidate.ledger())
                .param("state", nomination.by == Nominator.CENTER ? "WRITING" : "NOMINATED")
                .param("by", nomination.by.name())
                .param("account", nomination.account)
                .param("why", nomination.why)
                .param("now", now())
                .param("department", candidate.department())
                .param("topic", candidate.topic())
                .param("serviceItem", candidate.serviceItem())
                .param("title", candidate.title())
                .update();
        return number;
    }

    public void moveTo(String number, State state) {
        set(number, "state = :value", state.name());
    }

    /** The centre leaves what was nominated: the entry may be nominated again. */
    public void leave(String number, State left, String why) {
        jdbc.sql("update practice set state = :state, ended_why = :why, stands_for = null where number = :number")
                .param("state", left.name())
                .param("why", why)
                .param("number", number)
                .update();
    }

    /** A new text goes to the department, and to the officer if it names one; what was said to the last one is over. */
    public void submit(String number, String title, String department) {
        jdbc.sql("""
                        update practice set state = 'CHECKING', checked = null, correction = null, consent = null, remark = null,
                            title = case when published_at is null then :title else title end,
                            department = case when published_at is null then :department else department end
                        where number = :number""")
                .param("title", title)
                .param("department", department)
                .param("number", number)
                .update();
    }

    public void check(String number, Practice.Checked checked, @Nullable String correction) {
        jdbc.sql("update practice set checked = :checked, correction = :correction where number = :number")
                .param("checked", checked.name())
                .param("correction", correction)
                .param("number", number)
                .update();
    }

    public void consent(String number, Practice.Consent consent) {
        set(number, "consent = :value", consent.name());
    }

    /** Why a text goes back, is given up or is withdrawn, for the steps that follow. */
    public void remark(String number, String remark) {
        set(number, "remark = :value", remark);
    }

    /** The leader sends the text back. */
    public void sendBack(String number, String remark) {
        set(number, "state = 'WRITING', remark = :value", remark);
    }

    /** @param named whom the text thanks, null for nobody */
    public void publish(String number, PracticeText text, @Nullable String named) {
        jdbc.sql("""
                        update practice set state = 'PUBLIC', title = :title, named = :named,
                            revised_at = case when published_at is null then null else cast(:now as timestamp) end,
                            published_at = coalesce(published_at, :now)
                        where number = :number""")
                .param("title", text.title())
                .param("named", named)
                .param("now", now())
                .param("number", number)
                .update();
    }

    /** Somebody looked whether it works. */
    public void looked(String number) {
        set(number, "checked_at = :value", now());
    }

    public void withdraw(String number, String why) {
        jdbc.sql(
                        "update practice set state = 'WITHDRAWN', withdrawn_at = :now, withdrawn_why = :why where number = :number")
                .param("now", now())
                .param("why", why)
                .param("number", number)
                .update();
    }

    public Practice practice(String number) {
        return find(number).orElseThrow();
    }

    public Optional<Practice> find(String number) {
        return jdbc.sql("select * from practice where number = :number")
                .param("number", number)
                .query(Practice.class)
                .optional();
    }

    /** The one that stands for the entry: not left, and not dropped. */
    public Optional<Practice> of(String ledger) {
        return jdbc.sql("select * from practice where stands_for = :ledger")
                .param("ledger", ledger)
                .query(Practice.class)
                .optional();
    }

    /** What everybody may read, the newest first. */
    public List<Practice> published(Asked asked, int most) {
        return jdbc.sql("select * from practice where " + PUBLIC + """
                         and (:year = 0 or extract(year from published_at) = :year)
                        and (:department = '' or department = :department) and (:topic = '' or topic = :topic)
                        order by published_at desc, number desc fetch first :most rows only""")
                .param("year", asked.year == null ? 0 : asked.year)
                .param("department", asked.department == null ? "" : asked.department)
                .param("topic", asked.topic == null ? "" : asked.topic)
                .param("most", most)
                .query(Practice.class)
                .list();
    }

    /** Those that are not public, of the departments or, for null, of all; the newest first. */
    public List<Practice> others(@Nullable List<String> departments, int most) {
        if (departments != null && departments.isEmpty()) return List.of();
        return jdbc.sql("select * from practice where not (" + PUBLIC + ") "
                        + (departments == null ? "" : "and department in (:departments) ")
                        + "order by nominated_at desc, number desc fetch first :most rows only")
                .param("departments", departments)
                .param("most", most)
                .query(Practice.class)
                .list();
    }

    /** What everybody may read of the departments, published before then. */
    List<Practice> publishedBefore(LocalDateTime time, List<String> departments) {
        if (departments.isEmpty()) return List.of();
        return jdbc.sql("select * from practice where " + PUBLIC
                        + " and department in (:departments) and published_at < :time order by number")
                .param("departments", departments)
                .param("time", time)
                .query(Practice.class)
                .list();
    }

    private void set(String number, String assignment, Object value) {
        jdbc.sql("update practice set " + assignment + " where number = :number")
                .param("value", value)
                .param("number", number)
                .update();
    }

    private LocalDateTime now() {
        return LocalDateTime.now(clock);
    }
}
