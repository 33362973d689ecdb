package org.tiyanguan.ledger.figures;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** How long public figures are shown before they are counted anew: anybody may ask for them, as often as they like. */
@ConfigurationProperties("tiyanguan.figures")
record FigureSettings(@DefaultValue("10m") Duration kept) {}
