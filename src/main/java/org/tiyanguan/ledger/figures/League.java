package org.tiyanguan.ledger.figures;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Departments in the order of one measure. */
record League(List<Row> rows) {

    /** With fewer entries than these a measure says too little to compare departments by. */
    static final int ENOUGH = 10;

    /** {@code place} is null for a department with too few entries. */
    record Row(@Nullable Integer place, DepartmentResult standing) {}

    /** What is compared, of how many entries, and what comes first. */
    enum Measure {
        TIMELY(DepartmentResult::timed, DepartmentResult::shareOnTime, Comparator.reverseOrder()),
        RATING(DepartmentResult::rated, DepartmentResult::averageRating, Comparator.reverseOrder()),
        REOPENED(DepartmentResult::rectified, DepartmentResult::shareReopened, Comparator.naturalOrder()),
        RELAPSED(DepartmentResult::mended, DepartmentResult::shareRelapsed, Comparator.naturalOrder());

        private final ToLongFunction<DepartmentResult> judged;
        private final Function<DepartmentResult, Double> value;
        private final Comparator<Double> order;

        Measure(
                ToLongFunction<DepartmentResult> judged,
                Function<DepartmentResult, Double> value,
                Comparator<Double> order) {
            this.judged = judged;
            this.value = value;
            this.order = order;
        }

        private boolean judges(DepartmentResult standing) {
            return judged.applyAsLong(standing) >= ENOUGH;
        }
    }

    /** Equals share a place, and the places after it stay empty; those with too few entries follow without one. */
    static League of(Measure measure, List<DepartmentResult> standings) {
        Comparator<DepartmentResult> moreFirst =
                Comparator.comparingLong(measure.judged).reversed();
        List<Row> rows = new ArrayList<>();
        standings.stream()
                .filter(measure::judges)
                .sorted(Comparator.comparing(measure.value, measure.order).thenComparing(moreFirst))
                .forEach(one -> {
                    Row last = rows.isEmpty() ? null : rows.get(rows.size() - 1);
                    if (last != null && measure.value.apply(last.standing).equals(measure.value.apply(one)))
                        rows.add(new Row(last.place, one));
                    else rows.add(new Row(rows.size() + 1, one));
                });
        standings.stream()
                .filter(one -> !measure.judges(one))
                .sorted(moreFirst)
                .forEach(one -> rows.add(new Row(null, one)));
        return new League(rows);
    }
}
