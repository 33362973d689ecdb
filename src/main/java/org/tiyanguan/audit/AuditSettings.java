package org.tiyanguan.audit;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** Days for which the log is kept: half a year at least, as China's Cybersecurity Law asks (article 21). */
@Validated
@ConfigurationProperties("tiyanguan.audit")
record AuditSettings(@Min(184) @DefaultValue("365") int keepDays) {}
