package org.tiyanguan.api.webhooks;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which addresses a webhook may have, so that nobody makes the program call what only the program reaches. */
@Component
class WebhookAddress {

    private static final int LONGEST = 500;

    private static final byte[] AZURE = {(byte) 168, 63, (byte) 129, 16};

    private final WebhookSettings settings;

    WebhookAddress(WebhookSettings settings) {
        this.settings = settings;
    }

    /**
     * An address with the machine that it leads to; that one is called, whatever the name stands for a moment later.
     */
    record Target(URI uri, InetAddress machine) {}

    /** It says the key of what is wrong. */
    static final class Closed extends Exception {

        private final String key;

        Closed(String key) {
            super(key);
            this.key = key;
        }

        String key() {
            return key;
        }
    }

    /** The key of what is wrong with it; null if nothing. */
    @Nullable
    String fault(String address) {
        try {
            target(address);
            return null;
        } catch (Closed closed) {
            return closed.key();
        }
    }

    /** Asks what the host's name stands for; all of it has to be open. */
    Target target(String address) throws Closed {
        URI uri = read(address);
        if (uri == null) throw new Closed("webhook.fault.url");
        try {
            InetAddress[] machines = InetAddress.getAllByName(uri.getHost());
            for (InetAddress machine : machines) if (!isOpen(machine)) throw new Closed("webhook.fault.network");
            return new Target(uri, machines[0]);
        } catch (UnknownHostException e) {
            throw new Closed("webhook.fault.host");
        }
    }

    private static @Nullable URI read(String address) {
        try {
            URI uri = new URI(address);
            boolean plain = ("https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme()))
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && uri.getRawFragment() == null;
            return plain && address.length() <= LONGEST ? uri : null;
        } catch (URISyntaxException e) {
            return null;
        }
    }

    private boolean isOpen(InetAddress address) {
        if (address.isLoopbackAddress() || isOwn(address)) return settings.loopback();
        if (address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isMulticastAddress()
                || isReserved(address.getAddress())) return false;
        boolean isPrivate = address.isSiteLocalAddress()
                || address instanceof Inet6Address six && (six.getAddress()[0] & 0xFE) == 0xFC;
        return !isPrivate || settings.privateNetworks();
    }

    /** Whether one of this machine's own interfaces has it. */
    private static boolean isOwn(InetAddress address) {
        try {
            return NetworkInterface.getByInetAddress(address) != null;
        } catch (SocketException unknown) {
            return true;
        }
    }

    /**
     * What no system of a city has: 0/8, 100.64/10, 192.0.0/24 and 168.63.129.16 (where some clouds keep their
     * machines' credentials), 240/4, the same place of another cloud (fd00:ec2::254), and IPv4 in IPv6 (::/96,
     * 64:ff9b::/32, 2001::/32, 2002::/16).
     */
    private static boolean isReserved(byte[] ip) {
        int first = ip[0] & 0xFF;
        int second = ip[1] & 0xFF;
        if (ip.length == 4)
            return first == 0
                    || first == 100 && (second & 0xC0) == 64
                    || first == 192 && second == 0 && ip[2] == 0
                    || first >= 240
                    || Arrays.equals(ip, AZURE);
        int third = ip[2] & 0xFF;
        int fourth = ip[3] & 0xFF;
        return first == 0xFD && second == 0 && third == 0x0E && fourth == 0xC2
                || first == 0 && second == 0x64 && third == 0xFF && fourth == 0x9B
                || first == 0x20 && (second == 0x02 || second == 0x01 && third == 0 && fourth == 0)
                || Arrays.equals(ip, 0, 12, new byte[12], 0, 12);
    }
}
