package org.tiyanguan.rectification;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tiyanguan.ledger.Parts;

/**
 * What the form {@code center-assign} says, as it was checked before.
 *
 * @param rows the departments that the centre chose
 * @param proposal what the decision table proposed, as the process keeps it
 * @param deadlineReason why the days are others than those proposed; empty where they are not
 */
record AssignmentForm(
        List<Row> rows, Parts.Days days, @Nullable Object proposal, String deadlineReason) {

    /** @param field that names the department */
    record Row(String field, String department, String instruction) {}

    /** The form has no more rows: form-js lets nobody complete a form in Tasklist that makes them on demand. */
    private static final int ROWS = 4;

    static AssignmentForm of(Map<String, Object> form) {
        List<Row> rows = IntStream.rangeClosed(1, ROWS)
                .mapToObj(n -> new Row("department" + n, text(form, "department" + n), text(form, "instruction" + n)))
                .filter(row -> !row.department.isEmpty())
                .toList();
        Parts.Days days = new Parts.Days(day(form, "acceptDays"), day(form, "rectifyDays"), day(form, "remindDays"));
        return new AssignmentForm(rows, days, form.get("proposal"), text(form, "deadlineReason"));
    }

    private static int day(Map<String, Object> form, String key) {
        return ((Number) Objects.requireNonNull(form.get(key), key)).intValue();
    }

    private static String text(Map<String, Object> form, String key) {
        Object value = form.get(key);
        return value == null ? "" : value.toString().strip();
    }
}
