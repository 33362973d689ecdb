package org.tiyanguan.security;

import jakarta.validation.constraints.Positive;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Wrong passwords an hour that cost no wait: for one account from one address, for one account from everywhere, and
 * from one address for all accounts; and the longest wait.
 */
@Validated
@ConfigurationProperties("tiyanguan.login")
public record LoginSettings(
        @Positive @DefaultValue("5") int attempts,
        @Positive @DefaultValue("50") int byName,
        @Positive @DefaultValue("100") int byAddress,
        @Positive @DefaultValue("15") int longestWaitMinutes) {}
