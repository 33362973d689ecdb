package org.tiyanguan.api.webhooks;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where webhooks may lead besides the public internet: {@code privateNetworks}, where a city's systems live (10/8,
 * 172.16/12, 192.168/16, fc00::/7); {@code loopback}, this machine itself, for trying out only.
 */
@ConfigurationProperties("tiyanguan.webhooks")
record WebhookSettings(
        @DefaultValue("true") boolean privateNetworks,
        @DefaultValue("false") boolean loopback) {}
