package org.tiyanguan.rectification;

import java.util.Map;

/**
 * What a query asks of the entries that its viewer may see, as SQL.
 *
 * @param sql on {@code ledger_entry e}; begins with {@code where}
 * @param all the same entries, in the way that counts them quickly; begins with {@code from}
 * @param open the open parts {@code p} that the query is about; begins with {@code from}
 */
record LedgerFilter(String sql, String all, String open, Map<String, Object> values) {

    /** With one more condition on the entry. */
    String and(String condition) {
        return sql + " and " + condition;
    }

    /** Narrowed to what has an open part past its deadline. */
    String overdue() {
        return and("exists (select 1" + open + " and p.number = e.number and p.deadline < :now)");
    }
}
