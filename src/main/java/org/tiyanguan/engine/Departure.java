package org.tiyanguan.engine;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody left groups, in this transaction: by leaving one, or as the account was deleted. {@code user} is null where
 * the group itself was deleted, and everybody left.
 */
public record Departure(@Nullable String user, Set<String> groups) {}
