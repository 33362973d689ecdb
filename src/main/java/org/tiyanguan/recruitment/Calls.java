package org.tiyanguan.recruitment;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tiyanguan.officer.OfficerCategory;

/** The recruitment calls, their places and invited units. */
@Component
public class Calls {

    /** What became of an invitation. */
    public enum UnitState {
        INVITED,
        DONE,
        DECLINED
    }

    private final JdbcClient jdbc;
    private final Clock clock;
    private final RecruitmentNumbers numbers;

    Calls(JdbcClient jdbc, Clock clock, RecruitmentNumbers numbers) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.numbers = numbers;
    }

    /** Makes a draft and returns its number. */
    public String add(String title) {
        String number = numbers.nextCall();
        jdbc.sql(
                        "insert into recruitment_call (number, title, state, created_at) values (:number, :title, 'DRAFT', :now)")
                .param("number", number)
                .param("title", title)
                .param("now", LocalDateTime.now(clock))
                .update();
        return number;
    }

    public RecruitmentCall call(String number) {
        return find(number).orElseThrow();
    }

    public Optional<RecruitmentCall> find(String number) {
        return jdbc.sql("select * from recruitment_call where number = :number")
                .param("number", number)
                .query(RecruitmentCall.class)
                .optional();
    }

    /** Reads the call, which no other transaction can lock until this one ends. */
    public RecruitmentCall lock(String number) {
        return jdbc.sql("select * from recruitment_call where number = :number for update")
                .param("number", number)
                .query(RecruitmentCall.class)
                .single();
    }

    public List<RecruitmentCall> inState(CallState state) {
        return jdbc.sql("select * from recruitment_call where state = :state order by number desc")
                .param("state", state.name())
                .query(RecruitmentCall.class)
                .list();
    }

    /** The newest first. */
    public List<RecruitmentCall> all() {
        return jdbc.sql("select * from recruitment_call order by number desc")
                .query(RecruitmentCall.class)
                .list();
    }

    public void write(
            String number,
            String title,
            String text,
            LocalDate opensOn,
            LocalDate closesOn,
            int termMonths,
            int noticeDays) {
        jdbc.sql("""
                        update recruitment_call set title = :title, text = :text, opens_on = :opensOn, closes_on = :closesOn,
                            term_months = :termMonths, notice_days = :noticeDays where number = :number""")
                .param("number", number)
                .param("title", title)
                .param("text", text)
                .param("opensOn", opensOn)
                .param("closesOn", closesOn)
                .param("termMonths", termMonths)
                .param("noticeDays", noticeDays)
                .update();
    }

    public void moveTo(String number, CallState state) {
        set(number, "state", state.name());
    }

    public void remark(String number, @Nullable String remark) {
        set(number, "remark", remark);
    }

    public void publish(String number, int days, String text, LocalDateTime until) {
        set(number, "notice_days", days);
        set(number, "notice_text", text);
        set(number, "notice_until", until);
        moveTo(number, CallState.NOTICE);
    }

    public Map<OfficerCategory, Integer> places(String number) {
        Map<OfficerCategory, Integer> places = new EnumMap<>(OfficerCategory.class);
        jdbc.sql("select category, places from call_place where call_number = :number")
                .param("number", number)
                .query((row, n) -> places.put(OfficerCategory.valueOf(row.getString(1)), row.getInt(2)))
                .list();
        return places;
    }

    public void places(String number, Map<OfficerCategory, Integer> places) {
        jdbc.sql("delete from call_place where call_number = :number")
                .param("number", number)
                .update();
        places.forEach((category, count) -> jdbc.sql(
                        "insert into call_place (call_number, category, places) values (:number, :category, :places)")
                .param("number", number)
                .param("category", category.name())
                .param("places", count)
                .update());
    }

    public List<String> units(String number) {
        return jdbc.sql("select unit from call_unit where call_number = :number order by unit")
                .param("number", number)
                .query(String.class)
                .list();
    }

    public List<String> unitsInState(String number, UnitState state) {
        return jdbc.sql("select unit from call_unit where call_number = :number and state = :state order by unit")
                .param("number", number)
                .param("state", state.name())
                .query(String.class)
                .list();
    }

    public void invite(String number, List<String> units) {
        jdbc.sql("delete from call_unit where call_number = :number")
                .param("number", number)
                .update();
        units.forEach(
                unit -> jdbc.sql("insert into call_unit (call_number, unit, state) values (:number, :unit, 'INVITED')")
                        .param("number", number)
                        .param("unit", unit)
                        .update());
    }

    public void answered(String number, String unit, UnitState state, @Nullable String reason) {
        jdbc.sql("update call_unit set state = :state, reason = :reason where call_number = :number and unit = :unit")
                .param("number", number)
                .param("unit", unit)
                .param("state", state.name())
                .param("reason", reason)
                .update();
    }

    private void set(String number, String column, @Nullable Object value) {
        jdbc.sql("update recruitment_call set " + column + " = :value where number = :number")
                .param("number", number)
                .param("value", value)
                .update();
    }
}
