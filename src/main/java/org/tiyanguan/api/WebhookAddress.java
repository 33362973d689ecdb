package org.tiyanguan.api;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.springframework.stereotype.Component;

/** Which addresses a webhook may have, so that nobody makes the program call what only the program reaches. */
@Component
class WebhookAddress {

    private static final int LONGEST = 500;

    private final WebhookSettings settings;

    WebhookAddress(WebhookSettings settings) {
        this.settings = settings;
    }

    /** The key of what is wrong with it; null if nothing. Asks for the host's addresses. */
    String fault(String address) {
        URI uri = read(address);
        if (uri == null) return "webhook.fault.url";
        try {
            boolean open = Arrays.stream(InetAddress.getAllByName(uri.getHost())).allMatch(this::isOpen);
            return open ? null : "webhook.fault.network";
        } catch (UnknownHostException e) {
            return "webhook.fault.host";
        }
    }

    private static URI read(String address) {
        try {
            URI uri = new URI(address);
            boolean plain = ("https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme()))
                    && uri.getHost() != null && uri.getRawUserInfo() == null && uri.getRawFragment() == null;
            return plain && address.length() <= LONGEST ? uri : null;
        } catch (URISyntaxException e) {
            return null;
        }
    }

    private boolean isOpen(InetAddress address) {
        if (address.isLoopbackAddress()) return settings.loopback();
        if (address.isAnyLocalAddress() || address.isLinkLocalAddress() || address.isMulticastAddress() || isReserved(address.getAddress()))
            return false;
        boolean isPrivate = address.isSiteLocalAddress() || address instanceof Inet6Address six && (six.getAddress()[0] & 0xFE) == 0xFC;
        return !isPrivate || settings.privateNetworks();
    }

    /**
     * What no system of a city has: 0/8, 100.64/10 and 192.0.0/24 (where some clouds keep their machines' credentials),
     * 240/4, the same place of another cloud (fd00:ec2::254), and IPv4 in IPv6 (64:ff9b::/96, 2002::/16).
     */
    private static boolean isReserved(byte[] ip) {
        int first = ip[0] & 0xFF;
        int second = ip[1] & 0xFF;
        if (ip.length == 4)
            return first == 0 || first == 100 && (second & 0xC0) == 64 || first == 192 && second == 0 && ip[2] == 0 || first >= 240;
        int third = ip[2] & 0xFF;
        int fourth = ip[3] & 0xFF;
        return first == 0xFD && second == 0 && third == 0x0E && fourth == 0xC2
                || first == 0 && second == 0x64 && third == 0xFF && fourth == 0x9B
                || first == 0x20 && second == 0x02;
    }
}
