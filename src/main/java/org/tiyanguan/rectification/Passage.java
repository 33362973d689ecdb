package org.tiyanguan.rectification;

/**
 * A stretch of a text for a page that points out what tells who somebody is.
 *
 * @param label what it tells; null for the rest of the text
 * @param sure whether departments do not read it anyway
 */
public record Passage(String text, String label, boolean sure) {}
