package org.tiyanguan.rectification;

import java.util.Map;

/**
 * What a query asks of the entries that its viewer may see, as SQL on {@code ledger_entry e}.
 *
 * @param sql begins with {@code where}
 * @param open the open parts {@code p} that the query is about, as SQL that begins with {@code from}
 */
record LedgerFilter(String sql, String open, Map<String, Object> values) {

    /** With one more condition on the entry. */
    String and(String condition) {
        return sql + " and " + condition;
    }

    /** Narrowed to what has an open part past its deadline. */
    String overdue() {
        return and("exists (select 1" + open + " and p.number = e.number and p.deadline < :now)");
    }
}
