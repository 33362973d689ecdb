package org.tiyanguan.rectification;

/** Whether a text mentions another; H2's twin of the function that PostgreSQL has in its own language. */
public final class Mentions {

    private Mentions() {}

    /** Of two texts in the same case; nothing is mentioned in null. */
    public static boolean in(String text, String sought) {
        return text != null && text.contains(sought);
    }
}
