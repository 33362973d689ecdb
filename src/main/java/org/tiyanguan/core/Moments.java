package org.tiyanguan.core;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Date;

/** Times of the program's zone as others want them. */
public final class Moments {

    private Moments() {}

    /** As the engine's timers and due dates want it. */
    public static Date date(LocalDateTime time, Clock clock) {
        return Date.from(time.atZone(clock.getZone()).toInstant());
    }
}
