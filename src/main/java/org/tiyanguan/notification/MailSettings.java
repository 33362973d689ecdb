package org.tiyanguan.notification;

import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** Who mails come from, and what their subjects begin with. */
@Validated
@ConfigurationProperties("tiyanguan.mail")
record MailSettings(@NotBlank String from, @DefaultValue("") String subjectPrefix) {}
