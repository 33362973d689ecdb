package org.tiyanguan.annual;

import java.time.LocalDateTime;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes what was reported in 2026 and is closed, as a year's summary counts it. */
@Component
public class YearLedger {

    private static final AtomicInteger ENTRIES = new AtomicInteger(700_000);

    private final JdbcClient jdbc;

    YearLedger(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** As if nobody had reported anything. */
    public void empty() {
        jdbc.sql("truncate table ledger_entry cascade").update();
    }

    /** Entries of the department, all rectified in time; returns the number of the last one. */
    public String entries(String department, int count, int stars) {
        String number = "";
        for (int i = 0; i < count; i++) number = entry(department, stars, true, null);
        return number;
    }

    public String entry(String department, int stars, boolean inTime, String card) {
        String number = "TYG-2026-%06d".formatted(ENTRIES.incrementAndGet());
        LocalDateTime reported = LocalDateTime.parse("2026-05-11T09:00:00");
        jdbc.sql("""
                        insert into ledger_entry (number, kind, title, description, place, occurred_on, service_item, urgency, channel, state,
                            mode, topic, category, outcome, answer, closed_at, rating, reported_at,
                            public_title, public_description, public_place, public_service_item)
                        values (:number, 'PROBLEM', '排队过久', '等了两个小时', '二楼', date '2026-05-10', '户口迁移', 'NORMAL', 'OFFICER', 'CLOSED',
                            'ON_SITE', 'PROCESS', 'PUBLIC', 'RECTIFIED', '已经改好', :closed, :stars, :reported,
                            '排队过久', '等了两个小时', '二楼', '户口迁移')""")
                .param("number", number)
                .param("closed", reported.plusDays(20))
                .param("stars", stars)
                .param("reported", reported)
                .update();
        jdbc.sql("insert into reporter (number, user_id, name) values (:number, 'officer', '周晓明')")
                .param("number", number)
                .update();
        jdbc.sql("""
                        insert into rectification_part (number, department, round, instruction, state, assigned_at, accept_days,
                            rectify_days, remind_days, accept_by, deadline, accepted_at, done_at, card)
                        values (:number, :department, 1, '请整改', 'DONE', :reported, 1, 5, 1, :reported, :deadline, :reported, :done, :card)""")
                .param("number", number)
                .param("department", department)
                .param("reported", reported)
                .param("deadline", reported.plusDays(10))
                .param("done", reported.plusDays(inTime ? 5 : 15))
                .param("card", card)
                .update();
        return number;
    }
}
