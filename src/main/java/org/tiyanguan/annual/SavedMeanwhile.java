package org.tiyanguan.annual;

import org.tiyanguan.core.Refusal;

/** Somebody else saved the section since the page was opened: 409, and the page shows both texts. */
public class SavedMeanwhile extends Refusal {

    private static final int CONFLICT = 409;

    private final transient SavedText theirs;

    SavedMeanwhile(SavedText theirs, String message) {
        super("text", message);
        this.theirs = theirs;
    }

    public SavedText theirs() {
        return theirs;
    }

    @Override
    public int status() {
        return CONFLICT;
    }
}
