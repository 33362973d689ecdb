package org.tiyanguan.core;

/** What a spreadsheet would take for a formula, though somebody wrote it as a text. */
public final class Formulas {

    private static final String SIGNS = "=+-@\t\r";

    private Formulas() {}

    public static boolean isOne(String text) {
        return !text.isEmpty() && SIGNS.indexOf(text.charAt(0)) >= 0;
    }

    /** The text so that a spreadsheet shows it and computes nothing. */
    public static String plain(String text) {
        return isOne(text) ? "'" + text : text;
    }
}
