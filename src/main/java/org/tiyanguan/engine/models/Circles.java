package org.tiyanguan.engine.models;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Ways that lead back to where they came from. */
final class Circles {

    private Circles() {}

    /**
     * At least one circle of each part that goes round; none shares a node with another.
     *
     * @param ways from each node to the next ones
     */
    static <T> List<List<T>> in(Map<T, Set<T>> ways) {
        Map<T, Set<T>> left = new LinkedHashMap<>();
        ways.forEach((node, next) -> left.put(node, new LinkedHashSet<>(next)));
        List<List<T>> circles = new ArrayList<>();
        while (true) {
            while (left.values().removeIf(next -> leadsNowhere(next, left.keySet())))
                ;
            if (left.isEmpty()) return circles;
            List<T> circle = walk(left);
            circles.add(circle);
            circle.forEach(left::remove);
        }
    }

    private static <T> boolean leadsNowhere(Set<T> next, Set<T> left) {
        next.retainAll(left);
        return next.isEmpty();
    }

    /** From any node on, as each leads on, until one is met again. */
    private static <T> List<T> walk(Map<T, Set<T>> ways) {
        Set<T> path = new LinkedHashSet<>();
        T at = ways.keySet().iterator().next();
        while (path.add(at))
            at = Objects.requireNonNull(ways.get(at)).iterator().next();
        for (Iterator<T> before = path.iterator(); !before.next().equals(at); before.remove())
            ;
        // The node that was met again was kept: it stands first.
        return List.copyOf(path);
    }
}
