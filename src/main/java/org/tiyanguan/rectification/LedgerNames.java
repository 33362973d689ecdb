package org.tiyanguan.rectification;

import java.util.Map;

/**
 * Whom a text that is sought may name. An officer's name stands in the account, everybody else's in the report.
 *
 * @param anybody whether the ledger has an entry that one of them reported
 * @param sql whether a {@code reporter r} is one of them
 */
record LedgerNames(boolean anybody, String sql, Map<String, Object> values) {}
