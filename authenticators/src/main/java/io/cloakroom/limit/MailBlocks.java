package io.cloakroom.limit;

import io.cloakroom.flow.Address;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import org.keycloak.models.KeycloakSession;

/** Networks that may not ask for mails to an address for a day, because its owner said "this was not me". */
public final class MailBlocks {

    static final String SCOPE = "mail-denied";

    private static final Duration DAY = Duration.ofDays(1);
    private static final Budget A_DAY = Budget.of(1, DAY);
    /** No news: whoever blocked the network has been told of. */
    static final Decision.Refused REFUSED = new Decision.Refused(SCOPE, DAY.toSeconds(), false);

    private static final int NAME_BYTES = 16;

    private MailBlocks() {}

    /** The name of this address together with this network; it stands in the mail, and tells neither of them. */
    public static String pair(Address address, Network from) {
        return pair(address.limitKey(), from);
    }

    /** From now on, and for a day, this network has no mails to this address. */
    public static void block(KeycloakSession session, String pair) {
        session.getProvider(Permits.class).isFirst(limit(pair));
    }

    static Limit limit(String to, Network from) {
        return limit(pair(to, from));
    }

    private static String pair(String to, Network from) {
        return hash(to + " " + from.exact());
    }

    private static Limit limit(String pair) {
        return new Limit(SCOPE, pair, A_DAY);
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, NAME_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
