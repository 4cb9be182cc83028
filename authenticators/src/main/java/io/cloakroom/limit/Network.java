package io.cloakroom.limit;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.keycloak.common.ClientConnection;

/** Where a request comes from, as limits count it: an IPv4 address, or the /64 that one IPv6 customer holds. */
public final class Network {

    private static final int IPV6_CUSTOMER_BYTES = 8;
    private static final Pattern IP_LITERAL = Pattern.compile("[0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    private Network() {}

    /**
     * The client's network as Keycloak knows it: forwarded headers count only where {@code proxy-headers} and
     * {@code proxy-trusted-addresses} say so.
     */
    public static String of(ClientConnection connection) {
        String host = connection.getRemoteHost();
        return host == null ? "unknown" : ofHost(host);
    }

    static String ofHost(String host) {
        String literal = withoutZone(host);
        if (!IP_LITERAL.matcher(literal).matches()) {
            return host;
        }
        try {
            InetAddress address = InetAddress.getByName(literal);
            return address instanceof Inet6Address ? customer(address) : address.getHostAddress();
        } catch (UnknownHostException e) {
            return host;
        }
    }

    private static String customer(InetAddress ipv6) {
        return HexFormat.of().formatHex(Arrays.copyOf(ipv6.getAddress(), IPV6_CUSTOMER_BYTES)) + "/64";
    }

    private static String withoutZone(String host) {
        int zone = host.indexOf('%');
        String bare = zone < 0 ? host : host.substring(0, zone);
        return bare.startsWith("[") && bare.endsWith("]") ? bare.substring(1, bare.length() - 1) : bare;
    }
}
