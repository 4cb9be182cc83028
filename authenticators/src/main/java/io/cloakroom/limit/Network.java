package io.cloakroom.limit;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.keycloak.common.ClientConnection;

/**
 * Where a request comes from, as limits count it.
 *
 * @param exact an IPv4 address, or the /64 that one IPv6 customer holds
 * @param wide an IPv4 address, or the /48 that one IPv6 customer may hold at most
 */
public record Network(String exact, String wide) {

    private static final int EXACT_BYTES = 8;
    private static final int WIDE_BYTES = 6;
    private static final int NETWORKS_OF_ONE_CUSTOMER = 4;
    private static final Pattern IP_LITERAL = Pattern.compile("[0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    /**
     * The client's network as Keycloak knows it: forwarded headers count only where {@code proxy-headers} and
     * {@code proxy-trusted-addresses} say so.
     */
    public static Network of(ClientConnection connection) {
        String host = connection.getRemoteHost();
        return ofHost(host == null ? "unknown" : host);
    }

    /**
     * What something counts against that this network does. All that one IPv6 customer may hold has room for four networks:
     * otherwise one line would be sixty-five thousand of them.
     *
     * @param whose it is counted for within the scope, or empty
     */
    public List<Limit> limits(Scope scope, String whose, Budget budget) {
        String prefix = whose.isEmpty() ? "" : whose + " ";
        Limit own = new Limit(scope, prefix + exact, budget);
        return exact.equals(wide)
                ? List.of(own)
                : List.of(own, new Limit(scope, prefix + wide, budget.times(NETWORKS_OF_ONE_CUSTOMER)));
    }

    static Network ofHost(String host) {
        String literal = withoutZone(host);
        if (!IP_LITERAL.matcher(literal).matches()) {
            return same(host);
        }
        try {
            InetAddress address = InetAddress.getByName(literal);
            return address instanceof Inet6Address
                    ? new Network(prefix(address, EXACT_BYTES), prefix(address, WIDE_BYTES))
                    : same(address.getHostAddress());
        } catch (UnknownHostException e) {
            return same(host);
        }
    }

    private static Network same(String host) {
        return new Network(host, host);
    }

    private static String prefix(InetAddress ipv6, int bytes) {
        return HexFormat.of().formatHex(Arrays.copyOf(ipv6.getAddress(), bytes)) + "/" + bytes * 8;
    }

    private static String withoutZone(String host) {
        int zone = host.indexOf('%');
        String bare = zone < 0 ? host : host.substring(0, zone);
        return bare.startsWith("[") && bare.endsWith("]") ? bare.substring(1, bare.length() - 1) : bare;
    }
}
