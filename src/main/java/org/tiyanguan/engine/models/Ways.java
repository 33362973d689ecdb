package org.tiyanguan.engine.models;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** From where one gets where. */
record Ways<T>(Map<T, Set<T>> from) {

    Ways() {
        this(new LinkedHashMap<>());
    }

    static <T> Ways<T> together(Collection<Ways<T>> several) {
        Ways<T> all = new Ways<>();
        several.forEach(ways -> ways.from.forEach((start, next) -> next.forEach(end -> all.add(start, end))));
        return all;
    }

    /** @return whether it is new */
    boolean add(T start, T end) {
        return from.computeIfAbsent(start, point -> new LinkedHashSet<>()).add(end);
    }

    boolean lead(T start, T end) {
        return reached(start).contains(end);
    }

    Set<T> reached(T start) {
        Set<T> reached = new LinkedHashSet<>();
        Deque<T> next = new ArrayDeque<>(List.of(start));
        while (!next.isEmpty())
            for (T end : from.getOrDefault(next.pop(), Set.of())) if (reached.add(end)) next.add(end);
        return reached;
    }

    /** At least one circle of each part that goes round; none shares a point with another. */
    List<List<T>> circles() {
        return Circles.in(from);
    }
}
