package org.tiyanguan.security;

import jakarta.validation.constraints.Positive;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** After so many wrong passwords in so many minutes nobody gets in under that name for as long. */
@Validated
@ConfigurationProperties("tiyanguan.login")
record LoginSettings(@Positive @DefaultValue("5") int attempts, @Positive @DefaultValue("15") int lockMinutes) {}
