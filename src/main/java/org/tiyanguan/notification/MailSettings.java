package org.tiyanguan.notification;

import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Who mails come from, and what their subjects begin with.
 *
 * @param bundleFor how long a mail waits for others to the same person that are not about their own deadline; zero for
 *     not at all
 */
@Validated
@ConfigurationProperties("tiyanguan.mail")
record MailSettings(
        @NotBlank String from,
        @DefaultValue("") String subjectPrefix,
        @DefaultValue("10m") Duration bundleFor) {}
