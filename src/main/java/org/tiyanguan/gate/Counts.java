package org.tiyanguan.gate;

import java.util.HashMap;
import java.util.Map;

/**
 * How many of something there are at once, in all and of each caller. Beyond the most there is half as much room for
 * callers who have nothing else: whoever takes all there is does not shut out the others.
 */
class Counts {

    private final int most;
    private final int mostOfOne;
    private final Map<String, Integer> of = new HashMap<>();
    private int all;

    Counts(int most, int mostOfOne) {
        this.most = most;
        this.mostOfOne = mostOfOne;
    }

    /** Counts one more, unless there are too many. */
    synchronized boolean begin(String caller) {
        int theirs = of.getOrDefault(caller, 0);
        int room = theirs == 0 ? most + most / 2 : most;
        if (all >= room || theirs >= mostOfOne) return false;
        of.merge(caller, 1, Integer::sum);
        all++;
        return true;
    }

    synchronized void end(String caller) {
        of.computeIfPresent(caller, (who, count) -> count == 1 ? null : count - 1);
        all--;
    }
}
