package org.tiyanguan.engine;

import java.util.Set;

/**
 * People left groups, in this transaction: one left one, or the account was deleted, or the group itself was, and all
 * who were in it left; nobody may have been.
 *
 * @param people accounts, of which some may be no more
 */
public record Departure(Set<String> people, Set<String> groups) {}
