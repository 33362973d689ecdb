package org.tiyanguan.rectification;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/**
 * A finding as it is reported. {@code officer} is the account of the experience officer who found it; the reporter's
 * name, phone and e-mail are for everybody else and may all be missing.
 */
record Report(
        @NotNull(message = "{report.kind}") FindingKind kind,
        @NotBlank(message = "{report.title}") @Size(max = 60, message = "{report.title}") String title,
        @NotBlank(message = "{report.description}") @Size(max = 2000, message = "{report.description}")
                String description,
        @NotBlank(message = "{report.place}") @Size(max = 120, message = "{report.place}") String place,
        @NotNull(message = "{report.occurredOn}") LocalDate occurredOn,
        @NotBlank(message = "{report.serviceItem}") @Size(max = 120, message = "{report.serviceItem}")
                String serviceItem,
        @NotNull(message = "{report.urgency}") Urgency urgency,
        @NotNull(message = "{report.channel}") Channel channel,
        @Size(max = 64, message = "{report.officer}") String officer,
        @Size(max = 30, message = "{report.reporterName}") String reporterName,
        @Pattern(regexp = "|1[3-9]\\d{9}|0\\d{2,3}-?\\d{7,8}", message = "{report.reporterPhone}")
                String reporterPhone,
        @Size(max = 120, message = "{report.reporterEmail}")
                @Pattern(regexp = "|[^@\\s]+@[^@\\s]+\\.[^@\\s]+", message = "{report.reporterEmail}")
                String reporterEmail) {

    /** The names of its fields, which are also the keys of the form {@code report-finding}. */
    static List<String> fields() {
        return Arrays.stream(Report.class.getRecordComponents()).map(c -> c.getName()).toList();
    }
}
