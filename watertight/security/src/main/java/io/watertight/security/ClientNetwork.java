package io.watertight.security;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * Where a request comes from, as the limits count it: an IPv4 address or an IPv6 /64, because a client with one address there
 * has 2<sup>64</sup>.
 */
final class ClientNetwork {

    private static final int BYTES_OF_NETWORK = 8;
    private static final int LONGEST = 64;

    /** Some proxies add the port to the address, which is another one for each connection. */
    private static final Pattern WITH_PORT = Pattern.compile("^(?:\\[(.*)](?::\\d+)?|([^:]*):\\d+)$");

    private ClientNetwork() {}

    static String of(String remoteAddress) {
        String host = WITH_PORT.matcher(remoteAddress).replaceFirst("$1$2");
        try {
            InetAddress address = InetAddress.ofLiteral(host.replaceFirst("%.*", ""));
            return address instanceof Inet6Address
                    ? HexFormat.of().formatHex(address.getAddress(), 0, BYTES_OF_NETWORK) + "/64"
                    : address.getHostAddress();
        } catch (IllegalArgumentException e) {
            // Not an address, but text that a proxy has passed on.
            return host.substring(0, Math.min(LONGEST, host.length()));
        }
    }
}
