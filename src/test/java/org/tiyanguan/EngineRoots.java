package org.tiyanguan;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Each way to the engine's REST resources. That all of them have the same doors for every role is what
 * {@code EngineDoorsTest} proves; what is found behind a door is the same engine's answer, so tests that ask much take
 * the roots in turn.
 */
public final class EngineRoots {

    public static final List<String> ALL =
            List.of("/engine-rest/", "/engine-rest/engine/default/", "/camunda/api/engine/engine/default/");

    private EngineRoots() {}

    /**
     * One of the roots, by the positions that the question has in the lists of whatever varies (people, moments,
     * questions): whoever goes through one of the lists goes through all roots.
     */
    public static String inTurn(int... positions) {
        return ALL.get(IntStream.of(positions).sum() % ALL.size());
    }
}
