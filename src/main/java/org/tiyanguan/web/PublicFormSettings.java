package org.tiyanguan.web;

import jakarta.validation.constraints.PositiveOrZero;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** Against robots on pages that need no login: seconds that a person needs for a page. */
@Validated
@ConfigurationProperties("tiyanguan.forms")
record PublicFormSettings(@PositiveOrZero @DefaultValue("3") int fastestSeconds) {}
