package org.tiyanguan.evidence;

import jakarta.validation.constraints.Positive;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How much a side may add to a case, and where it is kept.
 *
 * @param most pieces of one side in one case
 * @param atOnce pieces in one upload
 * @param folder where contents are kept; in the database if null
 */
@Validated
@ConfigurationProperties("tiyanguan.evidence")
record EvidenceSettings(
        @Positive @DefaultValue("30") int most,
        @Positive @DefaultValue("9") int atOnce,
        Path folder) {}
