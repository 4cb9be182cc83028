package io.cloakroom.flow;

import java.util.Optional;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.sessions.AuthenticationSessionModel;

/** The address somebody claims in this login. It proves nothing; it is where the proof is sent. */
public final class ClaimedAddress {

    private static final String NOTE = "cloakroom-flow.claimed-address";

    private ClaimedAddress() {}

    /** Remembers the claim for the steps that follow. */
    public static void remember(AuthenticationSessionModel login, Address address) {
        login.setAuthNote(NOTE, address.typed());
    }

    /** What a page fills in by itself: the address of an earlier try, or what the app suggests, or nothing. */
    public static String suggested(AuthenticationSessionModel login) {
        return in(login)
                .map(Address::typed)
                .or(() -> Optional.ofNullable(login.getClientNote(OIDCLoginProtocol.LOGIN_HINT_PARAM)))
                .orElse("");
    }

    /** The claim, or nothing where no step has taken one yet. */
    public static Optional<Address> in(AuthenticationSessionModel login) {
        return Optional.ofNullable(login.getAuthNote(NOTE)).flatMap(Address::parse);
    }
}
