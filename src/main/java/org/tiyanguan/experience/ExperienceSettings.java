package org.tiyanguan.experience;

import jakarta.validation.constraints.Positive;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Working days: of the centre's planning, of the reminder before an assignment's last day, and of a visit that looks
 * back on what was mended. Days after closing when it is looked back on.
 */
@Validated
@ConfigurationProperties("tiyanguan.experience")
public record ExperienceSettings(
        @Positive @DefaultValue("3") int centerDays,
        @Positive @DefaultValue("2") int remindDays,
        @Positive @DefaultValue("90") int lookBackAfterDays,
        @Positive @DefaultValue("10") int lookBackVisitDays) {}
