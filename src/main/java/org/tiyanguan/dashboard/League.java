package org.tiyanguan.dashboard;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** Departments in the order of one measure. */
record League(List<Row> rows) {

    /** Of fewer entries than these a measure says too little to compare departments by. */
    static final int ENOUGH = 10;

    /** {@code place} is null for a department with too few entries. */
    record Row(Integer place, Standing standing) {}

    /** What is compared, of how many entries, and what comes first. */
    enum Measure {
        TIMELY(Standing::timed, Standing::shareOnTime, Comparator.reverseOrder()),
        RATING(Standing::rated, Standing::averageRating, Comparator.reverseOrder()),
        REOPENED(Standing::rectified, Standing::shareReopened, Comparator.naturalOrder());

        private final ToLongFunction<Standing> judged;
        private final Function<Standing, Double> value;
        private final Comparator<Double> order;

        Measure(ToLongFunction<Standing> judged, Function<Standing, Double> value, Comparator<Double> order) {
            this.judged = judged;
            this.value = value;
            this.order = order;
        }

        private boolean judges(Standing standing) {
            return judged.applyAsLong(standing) >= ENOUGH;
        }
    }

    /** Equals share a place, and the places after it stay empty; those with too few entries follow without one. */
    static League of(Measure measure, List<Standing> standings) {
        Comparator<Standing> moreFirst =
                Comparator.comparingLong(measure.judged).reversed();
        List<Row> rows = new ArrayList<>();
        standings.stream()
                .filter(measure::judges)
                .sorted(Comparator.comparing(measure.value, measure.order).thenComparing(moreFirst))
                .forEach(one -> {
                    Row last = rows.isEmpty() ? null : rows.get(rows.size() - 1);
                    boolean equal =
                            last != null && measure.value.apply(last.standing).equals(measure.value.apply(one));
                    rows.add(new Row(equal ? last.place : (Integer) (rows.size() + 1), one));
                });
        standings.stream()
                .filter(one -> !measure.judges(one))
                .sorted(moreFirst)
                .forEach(one -> rows.add(new Row(null, one)));
        return new League(rows);
    }
}
