package org.tiyanguan.experience;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tiyanguan.core.CaseNumbers;
import org.tiyanguan.experience.Assignment.State;
import org.tiyanguan.officer.ExperienceMode;
import org.tiyanguan.security.CurrentUser;

/** The table of assignments. */
@Component
public class Assignments {

    /** What the centre decides when it sends officers out. */
    public record Plan(
            String title,
            VisitKind visitKind,
            @Nullable String department,
            @Nullable String place,
            @Nullable String serviceItem,
            @Nullable String instruction,
            String items,
            LocalDate firstDay,
            LocalDate lastDay,
            @Nullable Integer draws) {}

    private final JdbcClient jdbc;
    private final CaseNumbers numbers;
    private final CurrentUser user;
    private final Clock clock;

    Assignments(JdbcClient jdbc, CaseNumbers numbers, CurrentUser user, Clock clock) {
        this.jdbc = jdbc;
        this.numbers = numbers;
        this.user = user;
        this.clock = clock;
    }

    /** Returns its number. */
    public String add(String title, ExperienceMode mode) {
        return add(title, mode, null);
    }

    /** Returns the number of one that looks back on a ledger entry. */
    public String add(String title, ExperienceMode mode, @Nullable String lookBack) {
        String number = numbers.next("RW", 4);
        jdbc.sql("""
                        insert into assignment (number, state, title, mode, planned_by, planned_at, look_back)
                        values (:number, 'PLAN', :title, :mode, :by, :now, :lookBack)""")
                .param("number", number)
                .param("title", title)
                .param("mode", mode.name())
                .param("by", user.id().orElse("system"))
                .param("now", LocalDateTime.now(clock))
                .param("lookBack", lookBack)
                .update();
        return number;
    }

    public void plan(String number, Plan plan) {
        jdbc.sql("""
                        update assignment set title = :title, visit_kind = :visitKind, department = :department, place = :place,
                            service_item = :serviceItem, instruction = :instruction, items = :items, first_day = :firstDay,
                            last_day = :lastDay, draws = :draws where number = :number""")
                .param("number", number)
                .param("title", plan.title)
                .param("visitKind", plan.visitKind.name())
                .param("department", plan.department)
                .param("place", plan.place)
                .param("serviceItem", plan.serviceItem)
                .param("instruction", plan.instruction)
                .param("items", plan.items)
                .param("firstDay", plan.firstDay)
                .param("lastDay", plan.lastDay)
                .param("draws", plan.draws)
                .update();
    }

    public void reschedule(String number, LocalDate firstDay, LocalDate lastDay) {
        jdbc.sql("update assignment set first_day = :firstDay, last_day = :lastDay where number = :number")
                .param("firstDay", firstDay)
                .param("lastDay", lastDay)
                .param("number", number)
                .update();
    }

    public void run(String number) {
        jdbc.sql("update assignment set state = 'RUNNING' where number = :number")
                .param("number", number)
                .update();
    }

    public void reason(String number, String reason) {
        jdbc.sql("update assignment set reason = :reason where number = :number")
                .param("reason", reason)
                .param("number", number)
                .update();
    }

    public void settle(String number, State state) {
        jdbc.sql("update assignment set state = :state, ended_at = :now where number = :number")
                .param("state", state.name())
                .param("now", LocalDateTime.now(clock))
                .param("number", number)
                .update();
    }

    /** Those under way whose last day has not passed, the earliest last day first. */
    public List<Assignment> running() {
        return jdbc.sql("""
                        select * from assignment where state = 'RUNNING' and last_day >= :today
                        order by last_day, number""")
                .param("today", LocalDate.now(clock))
                .query(Assignment.class)
                .list();
    }

    public Assignment assignment(String number) {
        return find(number).orElseThrow();
    }

    public Optional<Assignment> find(String number) {
        return jdbc.sql("select * from assignment where number = :number")
                .param("number", number)
                .query(Assignment.class)
                .optional();
    }

    /** The newest first; of one state, or of all for null. */
    public List<Assignment> newest(@Nullable State state, int most) {
        return jdbc.sql("""
                        select * from assignment where :state = '' or state = :state
                        order by planned_at desc, number desc fetch first :most rows only""")
                .param("state", state == null ? "" : state.name())
                .param("most", most)
                .query(Assignment.class)
                .list();
    }
}
