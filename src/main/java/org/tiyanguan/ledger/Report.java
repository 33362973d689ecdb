package org.tiyanguan.ledger;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tiyanguan.core.PersonName;
import org.tiyanguan.core.Phone;

/**
 * A finding as it is reported through the form {@code report-finding}, which says what each field takes.
 * {@code officer} is the account of the experience officer who found it; the reporter's name, phone and e-mail are for
 * everybody else and may all be missing. {@code contactable}: the department may get in touch with whoever reported.
 */
public record Report(
        FindingKind kind,
        String title,
        String description,
        String place,
        LocalDate occurredOn,
        String serviceItem,
        Urgency urgency,
        Channel channel,
        @Nullable String officer,
        @Nullable String reporterName,
        @Nullable String reporterPhone,
        @Nullable String reporterEmail,
        @Nullable Boolean contactable) {

    public Report {
        if (reporterName != null) reporterName = PersonName.written(reporterName);
        if (reporterPhone != null) reporterPhone = Phone.keptOr(reporterPhone);
    }

    /** The same, found by that officer. */
    public Report by(String officer) {
        return new Report(
                kind,
                title,
                description,
                place,
                occurredOn,
                serviceItem,
                urgency,
                channel,
                officer,
                reporterName,
                reporterPhone,
                reporterEmail,
                contactable);
    }

    /** The names of its fields, which are also the keys of the form {@code report-finding}. */
    public static List<String> fields() {
        return Arrays.stream(Report.class.getRecordComponents())
                .map(c -> c.getName())
                .toList();
    }
}
