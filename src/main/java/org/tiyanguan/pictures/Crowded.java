package org.tiyanguan.pictures;

import org.tiyanguan.core.Refusal;

/** Too many send files at this moment; it is nobody's fault, and the same will do a little later. */
public class Crowded extends Refusal {

    Crowded(String message) {
        super(null, message);
    }

    @Override
    public int status() {
        return 503;
    }
}
