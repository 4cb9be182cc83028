package io.cloakroom.limit;

import io.cloakroom.flow.Address;
import io.cloakroom.flow.RealmMac;
import java.time.Duration;
import java.util.List;
import org.keycloak.models.KeycloakSession;

/** Networks that may not ask for mails to an address for a day, because its owner said "this was not me". */
public final class MailBlocks {

    private static final Duration DAY = Duration.ofDays(1);
    private static final Budget A_DAY = Budget.of(1, DAY);
    /** No news: whoever asks from there is told nothing else than before. */
    static final Decision.Refused REFUSED = new Decision.Refused(Scope.MAIL_DENIED, DAY.toSeconds(), false);

    /** Keeps this use of the realm's key apart from every other; a signed token never starts with a NUL. */
    private static final String DOMAIN = "\0cloakroom.mail-block.1";

    private MailBlocks() {}

    /**
     * The name of this address together with this network. It stands in the mail, whose reader could try all networks against
     * a plain hash and learn who asked; so it is made with the realm's key, and a block ends early when that is changed.
     */
    public static String pair(KeycloakSession session, Address address, Network from) {
        return pair(session, address.limitKey(), from);
    }

    /** From now on, and for a day, this network has no mails to this address. */
    public static void block(KeycloakSession session, String pair) {
        session.getProvider(Permits.class).isFirst(limit(pair));
    }

    static Limit limit(KeycloakSession session, String to, Network from) {
        return limit(pair(session, to, from));
    }

    private static String pair(KeycloakSession session, String to, Network from) {
        RealmMac macs = new RealmMac(session, session.getContext().getRealm());
        return macs.of(macs.newestKeyId(), List.of(DOMAIN, to, from.exact()))
                .orElseThrow(() -> new IllegalStateException("The realm has lost the key that it has just named"));
    }

    private static Limit limit(String pair) {
        return new Limit(Scope.MAIL_DENIED, pair, A_DAY);
    }
}
