package org.tiyanguan.ledger.list;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a text that is sought occurs.
 *
 * @param sql on {@code ledger_entry e}, for a page: what is frequent is soon come upon by reading entry after entry
 * @param entries all in which it occurs, where {@code sql} would be slow to count them; null otherwise
 */
record LedgerText(String sql, @Nullable String entries, Map<String, Object> values) {}
