package org.tiyanguan.annual;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of year-end summaries. */
@Component
public class Summaries {

    private final JdbcClient jdbc;
    private final Clock clock;

    Summaries(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public static String numberOf(int year) {
        return "NZ-" + year;
    }

    /** The database refuses a second one of a year. */
    void add(int year, String by) {
        jdbc.sql("""
                        insert into annual_summary (number, summary_year, opened_by, opened_at)
                        values (:number, :year, :by, :now)""")
                .param("number", numberOf(year))
                .param("year", year)
                .param("by", by)
                .param("now", LocalDateTime.now(clock))
                .update();
    }

    public void note(String number, @Nullable String note) {
        jdbc.sql("update annual_summary set note = :note where number = :number")
                .param("note", note)
                .param("number", number)
                .update();
    }

    public void met(String number, String meeting, boolean held) {
        jdbc.sql("update annual_summary set meeting = :meeting, meeting_held = :held where number = :number")
                .param("meeting", meeting)
                .param("held", held)
                .param("number", number)
                .update();
    }

    /** The year goes on without a meeting. */
    public void withoutMeeting(String number, String note) {
        jdbc.sql("update annual_summary set meeting_note = :note where number = :number")
                .param("note", note)
                .param("number", number)
                .update();
    }

    public void late(String number) {
        jdbc.sql("update annual_summary set late_since = :now where number = :number")
                .param("now", LocalDateTime.now(clock))
                .param("number", number)
                .update();
    }

    public Summary summary(String number) {
        return find(number).orElseThrow();
    }

    public Optional<Summary> find(String number) {
        return jdbc.sql("select * from annual_summary where number = :number")
                .param("number", number)
                .query(Summary.class)
                .optional();
    }

    public Optional<Summary> of(int year) {
        return find(numberOf(year));
    }

    /** The newest year first. */
    public List<Summary> all() {
        return jdbc.sql("select * from annual_summary order by summary_year desc")
                .query(Summary.class)
                .list();
    }

    /** Those that were not issued in time, and are not yet. */
    public List<Summary> late() {
        return jdbc.sql("""
                        select s.* from annual_summary s where s.late_since is not null and not exists (
                            select 1 from annual_version v where v.number = s.number and v.state = 'ISSUED')
                        order by s.summary_year""").query(Summary.class).list();
    }
}
