package io.cloakroom.mailbox;

import io.cloakroom.proof.ProofDenied;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.events.Details;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.FederatedIdentityModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.storage.ReadOnlyException;
import org.keycloak.util.JsonSerialization;

/**
 * Which link to an identity provider came of which proof, kept at the account. A session ends by itself one day, a link
 * does not: whoever says "this was not me" about the mail wants it gone, too.
 */
public final class ProviderLinks {

    private static final String ATTRIBUTE = "cloakroomProviderLinks";

    private ProviderLinks() {}

    /** From now on the proof can be denied, and the link that comes of it goes. */
    static void remember(UserModel user, String proofId, FederatedIdentityModel identity) {
        Link link = new Link(proofId, identity.getIdentityProvider(), identity.getUserId());
        Stream<String> others = user.getAttributeStream(ATTRIBUTE)
                .filter(stored -> Link.parse(stored)
                        .filter(other -> !other.provider().equals(link.provider()))
                        .isPresent());
        try {
            user.setAttribute(
                    ATTRIBUTE, Stream.concat(others, Stream.of(link.format())).toList());
        } catch (ReadOnlyException e) {
            // A read-only user store keeps nothing; there an administrator has to remove the link.
        }
    }

    /** The owner of the mailbox has denied a proof: the link that came of it goes, and whoever came in by it. */
    public static void hear(ProofDenied denied) {
        KeycloakSession session = denied.session();
        RealmModel realm = session.getContext().getRealm();
        UserModel user = denied.userId() == null ? null : session.users().getUserById(realm, denied.userId());
        if (user != null) {
            user.getAttributeStream(ATTRIBUTE)
                    .flatMap(stored -> Link.parse(stored).stream())
                    .filter(link -> link.proofId().equals(denied.proofId()))
                    .toList()
                    .forEach(link -> link.remove(session, user));
        }
    }

    /**
     * A link.
     *
     * @param account what the provider calls whoever has it
     */
    private record Link(String proofId, String provider, String account) {

        /** Attributes are an administrator's to change: what cannot be read is nothing. */
        static Optional<Link> parse(String stored) {
            try {
                String[] parts = JsonSerialization.readValue(stored, String[].class);
                boolean isWhole = parts.length == 3 && !Arrays.asList(parts).contains(null);
                return isWhole ? Optional.of(new Link(parts[0], parts[1], parts[2])) : Optional.empty();
            } catch (IOException e) {
                return Optional.empty();
            }
        }

        String format() {
            try {
                return JsonSerialization.writeValueAsString(List.of(proofId, provider, account));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        void remove(KeycloakSession session, UserModel user) {
            RealmModel realm = session.getContext().getRealm();
            FederatedIdentityModel identity = session.users().getFederatedIdentity(realm, user, provider);
            if (identity == null || !identity.getUserId().equals(account)) {
                return;
            }
            session.users().removeFederatedIdentity(realm, user, provider);
            Stream.concat(
                            session.sessions().getUserSessionsStream(realm, user),
                            session.sessions().getOfflineUserSessionsStream(realm, user))
                    .filter(userSession -> provider.equals(userSession.getNote(Details.IDENTITY_PROVIDER)))
                    .toList()
                    .forEach(userSession -> AuthenticationManager.backchannelLogout(session, userSession, true));
            new EventBuilder(realm, session, session.getContext().getConnection())
                    .event(EventType.REMOVE_FEDERATED_IDENTITY)
                    .user(user)
                    .detail(Details.IDENTITY_PROVIDER, provider)
                    .detail("cloakroom_reason", "denied")
                    .success();
        }
    }
}
