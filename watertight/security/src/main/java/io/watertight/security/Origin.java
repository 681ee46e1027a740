package io.watertight.security;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.HexFormat;

/**
 * Where a request comes from, as the limits count it: an address of IPv4, but a network of IPv6, because whoever has one address
 * there has 2<sup>64</sup>.
 */
record Origin(String network) {

    private static final int BYTES_OF_NETWORK = 8;
    private static final int LONGEST = 64;

    static Origin of(String remoteAddress) {
        try {
            InetAddress address = InetAddress.ofLiteral(remoteAddress.replaceFirst("%.*", ""));
            return new Origin(
                    address instanceof Inet6Address
                            ? HexFormat.of().formatHex(address.getAddress(), 0, BYTES_OF_NETWORK) + "/64"
                            : address.getHostAddress());
        } catch (IllegalArgumentException e) {
            // No address, but what a proxy has passed on.
            return new Origin(remoteAddress.substring(0, Math.min(LONGEST, remoteAddress.length())));
        }
    }
}
