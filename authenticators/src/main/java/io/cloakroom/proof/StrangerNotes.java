package io.cloakroom.proof;

import io.cloakroom.flow.Address;
import java.util.Optional;
import org.keycloak.sessions.AuthenticationSessionModel;

/** An address that was proved in a login although no account had it: it may become, or has become, that of a new one. */
public final class StrangerNotes {

    private static final String NOTE = "cloakroom-proof.stranger";

    private StrangerNotes() {}

    /** This address has been proved. */
    public static void proved(AuthenticationSessionModel login, Address address) {
        login.setAuthNote(NOTE, address.canonical());
    }

    /** The address that has been proved, if nobody was found to own it then. */
    public static Optional<Address> address(AuthenticationSessionModel login) {
        return Optional.ofNullable(login.getAuthNote(NOTE)).flatMap(Address::parse);
    }

    /** Somebody else has proved to be here: a member. */
    public static void forget(AuthenticationSessionModel login) {
        login.removeAuthNote(NOTE);
    }
}
