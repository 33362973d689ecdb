package org.tiyanguan.ledger.list;

import java.util.Map;

/**
 * What a query asks of the entries that its viewer may see, as SQL.
 *
 * @param sql on {@code ledger_entry e}; begins with {@code where}
 * @param count counts the same entries
 * @param open the open parts {@code p} that the query is about; begins with {@code from}
 */
record LedgerFilter(String sql, String count, String open, Map<String, Object> values) {

    static final String COUNT = "select count(*) from ledger_entry e";

    /** Returns a filter with one more condition on the entry. */
    String and(String condition) {
        return sql + " and " + condition;
    }

    /** Counts what has an open part past its deadline. */
    String countOverdue() {
        return COUNT + and("exists (select 1" + open + " and p.number = e.number and p.deadline < :now)");
    }
}
