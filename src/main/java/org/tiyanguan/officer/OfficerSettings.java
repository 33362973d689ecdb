package org.tiyanguan.officer;

import jakarta.validation.constraints.Positive;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** Hours for which an activation link holds. */
@Validated
@ConfigurationProperties("tiyanguan.officer")
record OfficerSettings(@Positive @DefaultValue("168") int activationHours) {}
