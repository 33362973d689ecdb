package org.tiyanguan.ledger.list;

import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tiyanguan.ledger.Card;
import org.tiyanguan.ledger.PartState;
import org.tiyanguan.ledger.Viewer;

/** Reads of the entries on a page of the list which departments work on them, and how far they are. */
@Component
class InvolvedParts {

    /**
     * What the viewer may know of an entry's parts: the departments that work on it, the state of the latest part, the
     * earliest deadline of the open ones and the heaviest card, either of which may be null.
     */
    record Involved(
            List<String> departments,
            String state,
            @Nullable LocalDateTime deadline,
            @Nullable Card card) {

        /**
         * Nobody works on it, or the viewer's department no longer does: it lost its part since the entry was found.
         */
        static final Involved NOBODY = new Involved(List.of(), PartState.TRANSFERRED.name(), null, null);
    }

    private record PartRow(
            String number,
            String department,
            PartState state,
            LocalDateTime deadline,
            @Nullable Card card) {}

    private final JdbcClient jdbc;

    InvolvedParts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By the entries' numbers; of a department asked for, all but who else works on it. */
    Map<String, Involved> of(List<String> numbers, Viewer viewer, LedgerQuery query) {
        if (numbers.isEmpty()) return Map.of();
        List<String> scope = viewer.scope(query.department());
        Map<String, List<PartRow>> parts =
                jdbc
                        .sql("""
                        select p.number, p.department, p.state, p.deadline, p.card from rectification_part p
                        where p.number in (:numbers)%s order by p.id""".formatted(LedgerConditions.OWN))
                        .param("numbers", numbers)
                        .query(PartRow.class)
                        .list()
                        .stream()
                        .filter(part -> viewer.seesEverything() || scope.contains(part.department))
                        .collect(Collectors.groupingBy(PartRow::number));
        Map<String, Involved> involved = new HashMap<>();
        parts.forEach((number, all) -> involved.put(number, involved(all, scope)));
        return involved;
    }

    private static Involved involved(List<PartRow> parts, List<String> scope) {
        List<PartRow> effective =
                parts.stream().filter(part -> part.state.isEffective()).toList();
        List<PartRow> asked = effective.stream()
                .filter(part -> scope.isEmpty() || scope.contains(part.department))
                .toList();
        return new Involved(
                effective.stream().map(PartRow::department).distinct().sorted().toList(),
                parts.get(parts.size() - 1).state.name(),
                asked.stream()
                        .filter(part -> part.state.isOpen())
                        .map(PartRow::deadline)
                        .min(Comparator.naturalOrder())
                        .orElse(null),
                Card.heaviest(asked.stream().map(PartRow::card)));
    }
}
