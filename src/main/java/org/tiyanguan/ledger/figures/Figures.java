package org.tiyanguan.ledger.figures;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tiyanguan.calendar.WorkCalendar;
import org.tiyanguan.ledger.Card;
import org.tiyanguan.ledger.PartState;
import org.tiyanguan.ledger.Relapses;

/**
 * All figures, from one set of queries. They count entries. What is said of departments' parts leaves out those that
 * were sent back, given to another department or withdrawn; where a department is chosen it is said of its own parts
 * only. The ledger's filters mean the same: docs/adr/0009.
 */
@Component
@Transactional(readOnly = true)
class Figures {

    /**
     * One count of a figure: there are {@code n} entries, or people, of which {@code what} holds, and {@code other}
     * where the figure has two sides. Median and 90th percentile are elapsed days.
     */
    record Count(
            Figure figure,
            @Nullable String what,
            @Nullable String other,
            long n,
            @Nullable Double median,
            @Nullable Double ninetieth) {

        /** What tells it apart from the figure's others, where the query gives each of them a name. */
        String name() {
            return Objects.requireNonNull(what, figure::name);
        }
    }

    /** The rows of the heat map. */
    private static final int TOP_ITEMS = 15;

    private static final String EFFECTIVE = PartState.effective("p");

    private static final String OF_DEPARTMENT = " and p.department = :department";

    /** What became of a group of parts; late is also what is overdue now. */
    private static final String COURSE = """
            bool_or(p.state = 'DONE') as done,
                bool_or(case p.state when 'DONE' then p.done_at > p.deadline else p.deadline < :now end) as late,
                bool_or(p.round > 1) as reopened
            """;

    /** The period's entries, one row each; they are read once. */
    private static final String ENTRIES = """
            with course as (
                select e.number, e.reported_at, e.kind, e.channel, e.mode, e.topic, e.category, e.service_item,
                    e.rating, e.state, e.outcome, e.closed_at,
                    string_agg(p.department, ',') as departments,
                    """ + COURSE + ", " + Card.heaviest("p") + " as card," + """
                    min(case when p.round = 1 and p.accepted_at is not null then p.assigned_at end) as first_assigned,
                    max(case when p.round = 1 then p.accepted_at end) as last_accepted,
                    min(case p.state when 'DONE' then p.assigned_at end) as first_begun,
                    max(case p.state when 'DONE' then p.done_at end) as last_done
                from ledger_entry e {join} join rectification_part p on p.number = e.number and\s""" + EFFECTIVE + """
                {own}
                where e.reported_at >= :from and e.reported_at < :until
                group by e.number, e.reported_at, e.kind, e.channel, e.mode, e.topic, e.category, e.service_item,
                    e.rating, e.state, e.outcome, e.closed_at
            ), entry as (
                select date_trunc('month', c.reported_at) as reported_in, c.kind, c.channel, c.mode, c.topic,
                    c.category, c.service_item,
                    c.rating, c.departments, c.reopened, r.user_id,
                    case when c.late then 'LATE' when c.done then 'ON_TIME' end as timely,
                    c.card, c.outcome = 'RECTIFIED' as mended,
                    c.outcome = 'RECTIFIED' and\s"""
            + Relapses.relapsed("c") + " as relapsed," + """

                    c.last_accepted - c.first_assigned as to_accept,
                    c.last_done - c.first_begun as to_rectify,
                    case c.state when 'CLOSED' then c.closed_at - c.reported_at end as to_close
                from course c left join reporter r on r.number = c.number
            )""";

    /** Each pass over all entries costs: they are counted few times by many columns, and those counts added up. */
    private static final String COUNTS = """
            , by_report as (
                select reported_in, kind, channel, count(*) as n from entry group by reported_in, kind, channel
            ), by_subject as (
                select mode, topic, category, count(*) as n from entry group by mode, topic, category
            ), by_course as (
                select timely, card, rating, reopened, mended, relapsed, departments, count(*) as n from entry
                group by timely, card, rating, reopened, mended, relapsed, departments
            ), by_item as (
                select service_item, topic, count(*) as n from entry group by service_item, topic
            ), by_officer as (
                select category, user_id, count(*) as n from entry where user_id is not null group by category, user_id
            ), days as (
                select count(to_accept) as accepted, count(to_rectify) as rectified, count(to_close) as closed,
                    percentile_cont(0.5) within group (order by to_accept) as accept_50,
                    percentile_cont(0.9) within group (order by to_accept) as accept_90,
                    percentile_cont(0.5) within group (order by to_rectify) as rectify_50,
                    percentile_cont(0.9) within group (order by to_rectify) as rectify_90,
                    percentile_cont(0.5) within group (order by to_close) as close_50,
                    percentile_cont(0.9) within group (order by to_close) as close_90
                from entry
            )
            select 'MONTH' as figure, cast(cast(reported_in as date) as varchar(10)) as what, kind as other,
                sum(n) as n,
                cast(null as double precision) as median, cast(null as double precision) as ninetieth
                from by_report group by reported_in, kind
            union all select 'CHANNEL', channel, null, sum(n), null, null from by_report group by channel
            union all select 'MODE', mode, null, sum(n), null, null from by_subject group by mode
            union all select 'TOPIC', topic, null, sum(n), null, null from by_subject group by topic
            union all select 'CATEGORY', category, null, sum(n), null, null from by_subject group by category
            union all select 'TIMELY', timely, null, sum(n), null, null from by_course
                where timely is not null group by timely
            union all select 'CARD', card, null, sum(n), null, null from by_course where card is not null group by card
            union all select 'RATING', cast(rating as varchar(1)), null, sum(n), null, null from by_course
                where rating is not null group by rating
            union all select 'REOPENED', null, null, coalesce(sum(n), 0), null, null from by_course where reopened
            union all select 'MENDED', null, null, coalesce(sum(n), 0), null, null from by_course where mended
            union all select 'RELAPSED', null, null, coalesce(sum(n), 0), null, null from by_course where relapsed
            union all select 'DEPARTMENTS', departments, null, sum(n), null, null from by_course
                where departments is not null group by departments
            union all select 'ITEM', service_item, topic, n, null, null from by_item where service_item in (
                select service_item from by_item group by service_item order by sum(n) desc, service_item limit :top)
            union all select 'OFFICERS', null, null, count(distinct user_id), null, null from by_officer
            union all select 'OFFICERS_OF', category, null, count(*), null, null from by_officer group by category
            union all select 'BY_OFFICERS', category, null, sum(n), null, null from by_officer group by category
            union all select 'DAYS', 'ACCEPTED', null, accepted, extract(epoch from accept_50) / 86400,
                extract(epoch from accept_90) / 86400 from days
            union all select 'DAYS', 'RECTIFIED', null, rectified, extract(epoch from rectify_50) / 86400,
                extract(epoch from rectify_90) / 86400 from days
            union all select 'DAYS', 'CLOSED', null, closed, extract(epoch from close_50) / 86400, extract(epoch from close_90) / 86400 from days""";

    /**
     * Of no department: of entries, each by the earliest of its deadlines. The bands are those of the ledger's filter.
     */
    private static final String NOW = """
            with overdue as (
                select p.number, p.department, min(p.deadline) as deadline from rectification_part p
                where p.deadline < :now and\s""" + PartState.open("p") + """
                {own} group by p.number, p.department
            ), late as (
                select department, deadline from overdue
                union all select null, min(deadline) from overdue group by number
            ), banded as (
                select department, case when deadline >= :upTo3 then 'UP_TO_3'
                    when deadline >= :upTo10 then 'UP_TO_10' else 'OVER_10' end as band
                from late
            )
            select 'OVERDUE' as figure, department as what, band as other, count(*) as n,
                cast(null as double precision) as median, cast(null as double precision) as ninetieth
                from banded group by department, band
            union all select 'WAITING', e.state, null, count(*), null, null from ledger_entry e
                where e.state in ('TRIAGE', 'ASSIGN', 'VERIFY'){involved} group by e.state
            union all select 'CLOSED', null, null, count(*), null, null from ledger_entry e
                where e.closed_at >= :month{involved}""";

    private static final String INVOLVED =
            " and exists (select 1 from rectification_part p where p.number = e.number and " + EFFECTIVE + OF_DEPARTMENT
                    + ")";

    private static final String STANDINGS =
            """
            with course as (
                select e.number, e.rating, e.outcome, p.department,
                    """ + COURSE + """
                from ledger_entry e join rectification_part p on p.number = e.number and\s""" + EFFECTIVE + """
                where e.reported_at >= :from and e.reported_at < :until
                group by e.number, e.rating, e.outcome, p.department
            )
            select department, count(*) as entries,
                count(case when done and not late then 1 end) as on_time, count(case when late then 1 end) as late,
                count(case when done then 1 end) as rectified, count(case when reopened then 1 end) as reopened,
                count(case rating when 1 then 1 end) as star1, count(case rating when 2 then 1 end) as star2,
                count(case rating when 3 then 1 end) as star3, count(case rating when 4 then 1 end) as star4,
                count(case rating when 5 then 1 end) as star5,
                count(case outcome when 'RECTIFIED' then 1 end) as mended,
                count(case when outcome = 'RECTIFIED' and\s""" + Relapses.relapsed("course") + " then 1 end) as relapsed" + """

            from course group by department order by department""";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final WorkCalendar calendar;

    Figures(JdbcClient jdbc, Clock clock, WorkCalendar calendar) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.calendar = calendar;
    }

    /** Counts the entries that were reported in the period. */
    List<Count> of(FigureScope scope) {
        boolean all = scope.department() == null;
        String sql =
                (ENTRIES + COUNTS).replace("{join}", all ? "left" : "inner").replace("{own}", all ? "" : OF_DEPARTMENT);
        return jdbc.sql(sql)
                .params(values(scope))
                .param("top", TOP_ITEMS)
                .query(Count.class)
                .list();
    }

    /**
     * Counts what is overdue and what waits for the centre, whenever it was reported, and what was closed this month.
     */
    List<Count> now(FigureScope scope) {
        boolean all = scope.department() == null;
        String sql = NOW.replace("{own}", all ? "" : OF_DEPARTMENT).replace("{involved}", all ? "" : INVOLVED);
        Map<String, Object> values = values(scope);
        values.put("month", LocalDate.now(clock).withDayOfMonth(1).atStartOfDay());
        values.put("upTo3", earliestDeadline(3));
        values.put("upTo10", earliestDeadline(10));
        return jdbc.sql(sql).params(values).query(Count.class).list();
    }

    List<DepartmentResult> standings(Period period) {
        return jdbc.sql(STANDINGS)
                .params(values(new FigureScope(period, null)))
                .query(DepartmentResult.class)
                .list();
    }

    /** Returns the earliest deadline that has been missed for no more than so many working days. */
    private LocalDateTime earliestDeadline(int workingDays) {
        LocalDate tomorrow = LocalDate.now(clock).plusDays(1);
        return calendar.minusWorkdays(tomorrow, workingDays + 1).atStartOfDay();
    }

    private Map<String, Object> values(FigureScope scope) {
        Map<String, Object> values = new HashMap<>();
        values.put("now", LocalDateTime.now(clock));
        values.put("from", scope.period().from().atStartOfDay());
        values.put("until", scope.period().to().plusDays(1).atStartOfDay());
        values.put("department", scope.department());
        return values;
    }
}
