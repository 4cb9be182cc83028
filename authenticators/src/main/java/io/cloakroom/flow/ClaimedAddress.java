package io.cloakroom.flow;

import java.util.Optional;
import org.keycloak.sessions.AuthenticationSessionModel;

/** The address somebody claims in this login. It proves nothing; it is where the proof is sent. */
public final class ClaimedAddress {

    private static final String NOTE = "cloakroom-flow.claimed-address";

    private ClaimedAddress() {}

    /** Remembers the claim for the steps that follow. */
    public static void remember(AuthenticationSessionModel login, Address address) {
        login.setAuthNote(NOTE, address.typed());
    }

    /** The claim, or nothing where no step has taken one yet. */
    public static Optional<Address> in(AuthenticationSessionModel login) {
        return Optional.ofNullable(login.getAuthNote(NOTE)).flatMap(Address::parse);
    }
}
