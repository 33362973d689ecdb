package org.tiyanguan.engine.models;

import java.util.concurrent.atomic.AtomicInteger;

/** Counts how often an expression from outside was evaluated; all it does is to be made. */
public class Marker {

    /** Makes one by reflection, as an attacker would start a program. */
    public static final String EXPRESSION =
            "${''.getClass().forName('org.tiyanguan.engine.models.Marker').getDeclaredConstructor().newInstance().toString()}";

    private static final AtomicInteger MADE = new AtomicInteger();

    public Marker() {
        MADE.incrementAndGet();
    }

    public static int takeCount() {
        return MADE.getAndSet(0);
    }
}
