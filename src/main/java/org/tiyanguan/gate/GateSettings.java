package org.tiyanguan.gate;

import jakarta.validation.constraints.AssertTrue;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.security.web.util.matcher.IpAddressMatcher;
import org.springframework.validation.annotation.Validated;

/** @param proxies addresses, or networks as {@code 10.1.2.0/24}, of those who are believed when they say who a caller is */
@Validated
@ConfigurationProperties("tiyanguan.gate")
record GateSettings(@DefaultValue List<String> proxies) {

    @AssertTrue(
            message = "tiyanguan.gate.proxies 每项是一个地址或网段，如 10.1.2.3、10.1.2.0/24 / "
                    + "each of tiyanguan.gate.proxies is an address or a network, like 10.1.2.3 or 10.1.2.0/24")
    boolean isEachProxyAnAddress() {
        return proxies.stream().allMatch(GateSettings::isNetwork);
    }

    /** Whether the address is a proxy's. */
    boolean isProxy(String address) {
        return proxies.stream().anyMatch(proxy -> new IpAddressMatcher(proxy).matches(address));
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
