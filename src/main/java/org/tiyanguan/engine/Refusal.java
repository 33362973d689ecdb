package org.tiyanguan.engine;

/**
 * An act that a rule forbids. Its message is a plain Chinese sentence for the person who tried; whatever was begun is
 * rolled back. Pages show it, the REST interfaces answer it with HTTP 400, Tasklist shows it above the form.
 */
public class Refusal extends RuntimeException {

    private final String field;

    public Refusal(String field, String message) {
        super(message);
        this.field = field;
    }

    /** The form field that it is about, or null. */
    public String field() {
        return field;
    }

    /** The refusal that the exception is or was caused by; null if none. */
    public static Refusal in(Throwable thrown) {
        for (Throwable t = thrown; t != null; t = t.getCause()) if (t instanceof Refusal refusal) return refusal;
        return null;
    }
}
