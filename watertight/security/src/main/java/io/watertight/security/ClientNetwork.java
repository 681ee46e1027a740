package io.watertight.security;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.HexFormat;

/**
 * Where a request comes from, as the limits count it: an IPv4 address or an IPv6 /64, because a client with one address there
 * has 2<sup>64</sup>.
 */
final class ClientNetwork {

    private static final int BYTES_OF_NETWORK = 8;
    private static final int LONGEST = 64;

    private ClientNetwork() {}

    static String of(String remoteAddress) {
        try {
            InetAddress address = InetAddress.ofLiteral(remoteAddress.replaceFirst("%.*", ""));
            return address instanceof Inet6Address
                    ? HexFormat.of().formatHex(address.getAddress(), 0, BYTES_OF_NETWORK) + "/64"
                    : address.getHostAddress();
        } catch (IllegalArgumentException e) {
            // Not an address, but text that a proxy has passed on.
            return remoteAddress.substring(0, Math.min(LONGEST, remoteAddress.length()));
        }
    }
}
