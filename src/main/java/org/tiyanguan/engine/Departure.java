package org.tiyanguan.engine;

import java.util.Set;

/**
 * Somebody left groups, in this transaction: by leaving one, or as the account was deleted. {@code user} is null where
 * the group itself was deleted, and everybody left.
 */
public record Departure(String user, Set<String> groups) {}
