package org.tiyanguan.annual;

import java.util.List;
import org.tiyanguan.core.Refusal;

/** Somebody else saved a section since the page was opened: 409, and the page shows both texts. */
public class SavedMeanwhile extends Refusal {

    private static final int CONFLICT = 409;

    SavedMeanwhile(List<Fault> faults) {
        super(faults);
    }

    @Override
    public int status() {
        return CONFLICT;
    }
}
