package org.tiyanguan.ledger;

import jakarta.validation.constraints.Positive;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Working days: of an officer's silence that counts as confirmed, of the centre's own steps, of the leader's decisions.
 * Days after closing within which whoever reported may say that it came back.
 */
@Validated
@ConfigurationProperties("tiyanguan.rectification")
record RectificationSettings(
        @Positive int confirmDays,
        @Positive int centerDays,
        @Positive int leaderDays,
        @Positive int reopenDays) {}
