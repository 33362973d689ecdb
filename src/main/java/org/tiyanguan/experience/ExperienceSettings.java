package org.tiyanguan.experience;

import jakarta.validation.constraints.Positive;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** Working days: of the centre's planning, and of the reminder before an assignment's last day. */
@Validated
@ConfigurationProperties("tiyanguan.experience")
public record ExperienceSettings(
        @Positive @DefaultValue("3") int centerDays,
        @Positive @DefaultValue("2") int remindDays) {}
