package org.tiyanguan.ledger;

import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts rows into the ledger by SQL, for tests of what is read; what a test does not say has a likely value. */
public class LedgerRows {

    private final JdbcClient jdbc;
    private final Map<String, Object> entry = new HashMap<>();
    private String reporter = "周晓明";
    private String account = "zhou-officer";

    private LedgerRows(JdbcClient jdbc, String number) {
        this.jdbc = jdbc;
        entry.put("number", number);
        entry.put("kind", "PROBLEM");
        entry.put("topic", "EFFICIENCY");
        entry.put("title", "户籍窗口排队过久");
        entry.put("description", "取号后等了两个小时，只开了一个窗口。");
        entry.put("serviceItem", "户口迁移");
        entry.put("state", "RECTIFY");
        entry.put("reportedAt", LocalDateTime.parse("2026-03-02T10:00"));
    }

    public static LedgerRows entry(JdbcClient jdbc, String number) {
        return new LedgerRows(jdbc, number);
    }

    public static LedgerRows entry(JdbcClient jdbc, int count) {
        return new LedgerRows(jdbc, number(count));
    }

    /** Numbers that the counter does not reach in tests. */
    public static String number(int count) {
        return "TYG-2025-%06d".formatted(count);
    }

    public static void clear(JdbcClient jdbc) {
        jdbc.sql("update ledger_entry set relapse_of = null").update();
        for (String table : new String[] {"ledger_event", "rectification_part", "reporter", "ledger_entry"})
            // The history refuses to be deleted row by row.
            jdbc.sql((table.equals("ledger_event") ? "truncate table " : "delete from ") + table)
                    .update();
    }

    public LedgerRows with(String column, Object value) {
        entry.put(column, value);
        return this;
    }

    public LedgerRows reportedBy(String name) {
        reporter = name;
        return this;
    }

    /** By an officer, whose name is the account's. */
    public LedgerRows reportedByAccount(String account) {
        this.account = account;
        return reportedBy(null);
    }

    public LedgerRows insert() {
        boolean closed = entry.get("state").equals("CLOSED");
        jdbc.sql("""
                        insert into ledger_entry (number, kind, topic, title, description, place, occurred_on, service_item,
                            urgency, channel, state, outcome, answer, closed_at, reported_at,
                            public_title, public_description, public_place, public_service_item, public_answer)
                        values (:number, :kind, :topic, :title, :description, '二楼A区', date '2026-03-01', :serviceItem,
                            'URGENT', 'OFFICER', :state, :outcome, :answer, :closedAt, :reportedAt,
                            :title, :description, '二楼A区', :serviceItem, :answer)""")
                .params(entry)
                .param("outcome", closed ? "RECTIFIED" : null)
                .param("answer", closed ? "窗口已增开两个，欢迎再来体验。" : null)
                .param("closedAt", closed ? entry.get("reportedAt") : null)
                .update();
        jdbc.sql("""
                        insert into reporter (number, user_id, name, phone, email)
                        values (:number, :account, :name, '13812341234', 'zhou@example.org')""")
                .param("number", entry.get("number"))
                .param("account", account)
                .param("name", reporter)
                .update();
        return event("REPORT", "OFFICER", reporter == null ? account : reporter, "体验官", null);
    }

    /** @return the part's id */
    public long part(String department, String state, String deadline, String card) {
        jdbc.sql("""
                        insert into rectification_part (number, department, round, instruction, state, assigned_at,
                            accept_days, rectify_days, remind_days, accept_by, deadline, card)
                        values (:number, :department, 1, :instruction, :state, :deadline, 1, 5, 1, :deadline, :deadline,
                            :card)""")
                .param("number", entry.get("number"))
                .param("department", department)
                .param("instruction", "请" + department + "核实")
                .param("state", state)
                .param("deadline", LocalDateTime.parse(deadline))
                .param("card", card)
                .update();
        return jdbc.sql("select max(id) from rectification_part")
                .query(Long.class)
                .single();
    }

    public LedgerRows event(String act, String role, String who, String text, Long part) {
        jdbc.sql("""
                        insert into ledger_event (number, part_id, at, actor, actor_name, actor_role, act, text)
                        values (:number, :part, :at, 'someone', :who, :role, :act, :text)""")
                .param("number", entry.get("number"))
                .param("part", part)
                .param("at", entry.get("reportedAt"))
                .param("who", who)
                .param("role", role)
                .param("act", act)
                .param("text", text)
                .update();
        return this;
    }
}
