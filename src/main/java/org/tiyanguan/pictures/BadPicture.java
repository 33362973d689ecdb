package org.tiyanguan.pictures;

/** A file that is no picture for us; what is wrong is said at the field ({@link PictureFaults}). */
public final class BadPicture extends Exception {

    /** Why; each has a sentence, {@code evidence.picture.<name>} of the messages. */
    public enum Fault {
        /** No picture at all. */
        NONE,
        /** The usual format of some phones, which neither Java nor most browsers read. */
        HEIC,
        /** A picture of another format, which the sentence names. */
        OTHER,
        /** Cut off, damaged, or stored in a way that hardly anybody uses. */
        BROKEN,
        TOO_LARGE,
        TOO_SMALL
    }

    private final Fault fault;
    private final String format;

    BadPicture(Fault fault) {
        this(fault, "");
    }

    BadPicture(Fault fault, String format) {
        super(fault + " " + format);
        this.fault = fault;
        this.format = format;
    }

    public Fault fault() {
        return fault;
    }

    String format() {
        return format;
    }
}
