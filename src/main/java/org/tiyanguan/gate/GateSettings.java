package org.tiyanguan.gate;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.security.web.util.matcher.IpAddressMatcher;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Who is believed, and how much one caller may take up.
 *
 * @param proxies addresses, or networks as {@code 10.1.2.0/24}, of those who are believed when they say who a caller is
 * @param connections of one address at once; a proxy may have any number
 * @param bodies that may be on their way at once, in all, and half as many more of callers who have no other; below the
 *     number of threads
 * @param bodiesFromOne that may be on their way at once from one address
 * @param slowest what has to arrive in a second, on an average, once {@code patience} is over
 * @param longest how long a body may take in all
 */
@Validated
@ConfigurationProperties("tiyanguan.gate")
record GateSettings(
        @DefaultValue List<String> proxies,
        @Positive @DefaultValue("400") int connections,
        @Positive @DefaultValue("100") int bodies,
        @Positive @DefaultValue("40") int bodiesFromOne,
        @DefaultValue("4KB") DataSize slowest,
        @DefaultValue("10s") Duration patience,
        @DefaultValue("30m") Duration longest) {

    @AssertTrue(message = "{gate.proxies.wrong}")
    boolean isEachProxyAnAddress() {
        return proxies.stream().allMatch(GateSettings::isNetwork);
    }

    /** Whether the address is a proxy's. */
    boolean isProxy(String address) {
        return proxies.stream().anyMatch(proxy -> new IpAddressMatcher(proxy).matches(address));
    }

    /** Whether a body of which so much has come in that time comes too slowly. */
    boolean isTooSlow(long bytes, Duration since) {
        Duration due = since.minus(patience);
        return since.compareTo(longest) > 0 || !due.isNegative() && bytes < slowest.toBytes() * due.toMillis() / 1000;
    }

    private static boolean isNetwork(String text) {
        try {
            new IpAddressMatcher(text);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
