package org.tiyanguan.recruitment;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tiyanguan.officer.OfficerCategory;

/** The applications as the process writes them. */
@Component
public class Applications {

    private static final RowMapper<Annex> PERSON = new SimplePropertyRowMapper<>(Annex.class);

    private static final RowMapper<Application> ROW = (row, line) -> new Application(
            row.getString("number"),
            row.getString("call_number"),
            ApplicationKind.valueOf(row.getString("kind")),
            row.getString("unit"),
            category(row.getString("category")),
            ApplicationState.valueOf(row.getString("state")),
            PERSON.mapRow(row, line),
            row.getString("unit_opinion"),
            row.getString("unit_opinion_by"),
            row.getObject("unit_opinion_on", LocalDate.class),
            row.getString("center_opinion"),
            row.getString("center_opinion_by"),
            row.getObject("center_opinion_on", LocalDate.class),
            row.getObject("notice_line", Integer.class),
            row.getString("missing"),
            row.getObject("complete_by", LocalDateTime.class),
            row.getString("reason"),
            row.getObject("submitted_at", LocalDateTime.class),
            row.getObject("settled_at", LocalDateTime.class),
            row.getObject("erased_at", LocalDateTime.class));

    private final JdbcClient jdbc;
    private final Clock clock;
    private final RecruitmentNumbers numbers;

    Applications(JdbcClient jdbc, Clock clock, RecruitmentNumbers numbers) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.numbers = numbers;
    }

    /** Registers a self-recommendation, or a unit's recommendation if {@code unit} is not null; returns its number. */
    public String add(String call, @Nullable String unit, Annex annex) {
        String number = numbers.nextApplication();
        ApplicationKind kind = unit == null ? ApplicationKind.SELF : ApplicationKind.RECOMMENDATION;
        jdbc.sql("""
                        insert into application (number, call_number, kind, unit, state, submitted_at, name, gender, birth_date,
                            ethnicity, education, politics, health, phone, email, employer, job_title, address, resume)
                        values (:number, :call, :kind, :unit, 'CHECK', :now, :name, :gender, :birthDate,
                            :ethnicity, :education, :politics, :health, :phone, :email, :employer, :jobTitle, :address, :resume)""")
                .params(annex.values())
                .param("number", number)
                .param("call", call)
                .param("kind", kind.name())
                .param("unit", unit)
                .param("now", now())
                .update();
        return number;
    }

    /** Writes the person's fields once more, as they were completed. */
    public void write(String number, Annex annex) {
        jdbc.sql("""
                        update application set name = :name, gender = :gender, birth_date = :birthDate, ethnicity = :ethnicity,
                            education = :education, politics = :politics, health = :health, phone = :phone, email = :email,
                            employer = :employer, job_title = :jobTitle, address = :address, resume = :resume
                        where number = :number""").params(annex.values()).param("number", number).update();
    }

    public Application application(String number) {
        return find(number).orElseThrow();
    }

    public Optional<Application> find(String number) {
        return jdbc.sql("select * from application where number = :number")
                .param("number", number)
                .query(ROW)
                .optional();
    }

    public List<Application> of(String call) {
        return jdbc.sql("select * from application where call_number = :call order by number")
                .param("call", call)
                .query(ROW)
                .list();
    }

    /** Finds those whom the call's public notice names and who were not taken off it, in its order. */
    public List<Application> onNotice(String call) {
        return jdbc.sql("""
                        select * from application where call_number = :call and notice_line is not null
                        and state in ('SHORTLIST', 'APPOINTED') order by notice_line""").param("call", call).query(ROW).list();
    }

    /** Finds others by the same person, which means of the same name and phone. */
    public List<Application> ofSamePerson(Application application) {
        return jdbc.sql("""
                        select * from application where name = :name and phone = :phone and number <> :number
                        order by number""")
                .param("name", application.person().name())
                .param("phone", application.person().phone())
                .param("number", application.number())
                .query(ROW)
                .list();
    }

    public void moveTo(String number, ApplicationState state) {
        jdbc.sql("update application set state = :state where number = :number")
                .param("state", state.name())
                .param("number", number)
                .update();
    }

    public void unitOpinion(String number, String opinion, String by) {
        jdbc.sql("""
                        update application set unit_opinion = :opinion, unit_opinion_by = :by, unit_opinion_on = :today
                        where number = :number""")
                .param("opinion", opinion)
                .param("by", by)
                .param("today", today())
                .param("number", number)
                .update();
    }

    public void centerOpinion(String number, String opinion, String by, @Nullable OfficerCategory category) {
        jdbc.sql("""
                        update application set center_opinion = :opinion, center_opinion_by = :by, center_opinion_on = :today,
                            category = :category, state = 'DECISION' where number = :number""")
                .param("opinion", opinion)
                .param("by", by)
                .param("today", today())
                .param("category", category == null ? null : category.name())
                .param("number", number)
                .update();
    }

    public void sendBack(String number, String missing, LocalDateTime completeBy) {
        jdbc.sql("""
                        update application set state = 'COMPLETION', missing = :missing, complete_by = :completeBy
                        where number = :number""")
                .param("missing", missing)
                .param("completeBy", completeBy)
                .param("number", number)
                .update();
    }

    public void shortlist(String number, OfficerCategory category) {
        jdbc.sql("update application set state = 'SHORTLIST', category = :category where number = :number")
                .param("category", category.name())
                .param("number", number)
                .update();
    }

    /** Sets the line under which the public notice names the candidate. */
    public void noticeLine(String number, int line) {
        jdbc.sql("update application set notice_line = :line where number = :number")
                .param("line", line)
                .param("number", number)
                .update();
    }

    public void reason(String number, String reason) {
        jdbc.sql("update application set reason = :reason where number = :number")
                .param("reason", reason)
                .param("number", number)
                .update();
    }

    /** Ends it. For one that is refused or lapsed the reason must be written before; the database asks for it. */
    public void settle(String number, ApplicationState state) {
        jdbc.sql("update application set state = :state, settled_at = :now where number = :number")
                .param("state", state.name())
                .param("now", now())
                .param("number", number)
                .update();
    }

    /** Leaves only what the figures need of the row: call, kind, unit, category, how it ended and when. */
    public void erase(String number) {
        jdbc.sql("delete from application_file where number = :number")
                .param("number", number)
                .update();
        jdbc.sql("delete from application_submission where number = :number")
                .param("number", number)
                .update();
        jdbc.sql("delete from application_objection where number = :number")
                .param("number", number)
                .update();
        jdbc.sql("""
                        update application set name = null, gender = null, birth_date = null, ethnicity = null, education = null,
                            politics = null, health = null, phone = null, email = null, employer = null, job_title = null,
                            address = null, resume = null, unit_opinion = null, unit_opinion_by = null, center_opinion = null,
                            center_opinion_by = null, missing = null, reason = :erased, erased_at = :now
                        where number = :number""")
                .param("erased", "")
                .param("now", now())
                .param("number", number)
                .update();
    }

    private static @Nullable OfficerCategory category(@Nullable String name) {
        return name == null ? null : OfficerCategory.valueOf(name);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private LocalDateTime now() {
        return LocalDateTime.now(clock);
    }
}
