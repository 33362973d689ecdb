package org.tiyanguan.calendar;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import java.time.LocalTime;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/** The centre's working hours, Asia/Shanghai: reminders go out at the start of business, deadlines end at its close. */
@Validated
@ConfigurationProperties("tiyanguan.calendar")
record CalendarSettings(
        @NotNull LocalTime startOfBusiness, @NotNull LocalTime closeOfBusiness) {

    @AssertTrue(message = "business must start before it closes")
    boolean isInOrder() {
        return startOfBusiness == null || closeOfBusiness == null || startOfBusiness.isBefore(closeOfBusiness);
    }
}
