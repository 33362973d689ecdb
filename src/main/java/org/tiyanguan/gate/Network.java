package org.tiyanguan.gate;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Addresses as text. */
public final class Network {

    /** Nothing else is read as an address: of anything else the computer would ask a name server. */
    private static final Pattern ADDRESS = Pattern.compile(
            "(25[0-5]|2[0-4]\\d|1?\\d{1,2})(\\.(25[0-5]|2[0-4]\\d|1?\\d{1,2})){3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    /** Of an IPv6 address: who has one has all that begin so. */
    private static final int OWNERS_BYTES = 8;

    private Network() {}

    /** Whether the text is an address, of IPv4 or IPv6. */
    public static boolean isAddress(String text) {
        return ADDRESS.matcher(text).matches() && parse(text) != null;
    }

    /** What one caller can call from: the address, or of an IPv6 address its network of 64 bits. */
    public static String of(String address) {
        InetAddress parsed = ADDRESS.matcher(address).matches() ? parse(address) : null;
        if (!(parsed instanceof Inet6Address)) return address;
        byte[] bytes = parsed.getAddress();
        StringBuilder network = new StringBuilder();
        for (int i = 0; i < OWNERS_BYTES; i += 2)
            network.append(Integer.toHexString((bytes[i] & 0xff) << 8 | bytes[i + 1] & 0xff))
                    .append(':');
        return network + ":/64";
    }

    private static @Nullable InetAddress parse(String text) {
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException e) {
            return null;
        }
    }
}
