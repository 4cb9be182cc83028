package io.cloakroom.mailbox;

import io.cloakroom.flow.EventDetails;
import io.cloakroom.proof.AccountSessions;
import io.cloakroom.proof.ProofDenied;
import io.cloakroom.proof.ProofTraces;
import io.cloakroom.proof.ProvenLogin;
import java.util.List;
import java.util.Optional;
import org.keycloak.events.Details;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.FederatedIdentityModel;
import org.keycloak.models.FederatedIdentityModel.FederatedIdentityCreatedEvent;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * Which link to an identity provider came of which proof, kept at the account. A session ends by itself one day, a link
 * does not: whoever says "this was not me" about the mail wants it gone, too.
 */
public final class ProviderLinks {

    private ProviderLinks() {}

    /** From now on the proof can be denied, and the link that comes of it goes. */
    static void remember(UserModel user, String proofId, FederatedIdentityModel identity) {
        remember(user, List.of(proofId), identity);
    }

    /** So can one that a login has added which stands on a proof itself, or whose session does. */
    public static void hear(FederatedIdentityCreatedEvent linked) {
        List<String> proofIds = ProvenLogin.proofs(linked.getKeycloakSession());
        if (!proofIds.isEmpty()) {
            remember(linked.getUser(), proofIds, linked.getFederatedIdentity());
        }
    }

    private static void remember(UserModel user, List<String> proofIds, FederatedIdentityModel identity) {
        Link link = new Link(identity.getIdentityProvider(), identity.getUserId());
        ProofTraces.ofLinks(user)
                .add(
                        proofIds,
                        link.words(),
                        words -> Link.of(words)
                                .filter(other -> !other.provider().equals(link.provider()))
                                .isPresent());
    }

    /** The owner of the mailbox has denied a proof: the link that came of it goes, and whoever came in by it. */
    public static void hear(ProofDenied denied) {
        KeycloakSession session = denied.session();
        RealmModel realm = session.getContext().getRealm();
        UserModel user = denied.userId() == null ? null : session.users().getUserById(realm, denied.userId());
        if (user != null) {
            ProofTraces traces = ProofTraces.ofLinks(user);
            List<List<String>> came = traces.of(denied.proofId());
            traces.forget(denied.proofId());
            came.stream().flatMap(words -> Link.of(words).stream()).forEach(link -> link.remove(session, user));
        }
    }

    /**
     * A link.
     *
     * @param account what the provider calls whoever has it
     */
    private record Link(String provider, String account) {

        static Optional<Link> of(List<String> words) {
            return words.size() == 2 ? Optional.of(new Link(words.get(0), words.get(1))) : Optional.empty();
        }

        List<String> words() {
            return List.of(provider, account);
        }

        void remove(KeycloakSession session, UserModel user) {
            RealmModel realm = session.getContext().getRealm();
            FederatedIdentityModel identity = session.users().getFederatedIdentity(realm, user, provider);
            if (identity == null || !identity.getUserId().equals(account)) {
                return;
            }
            session.users().removeFederatedIdentity(realm, user, provider);
            AccountSessions.of(session, user)
                    .end(userSession -> provider.equals(userSession.getNote(Details.IDENTITY_PROVIDER)));
            new EventBuilder(realm, session, session.getContext().getConnection())
                    .event(EventType.REMOVE_FEDERATED_IDENTITY)
                    .user(user)
                    .detail(Details.IDENTITY_PROVIDER, provider)
                    .detail(EventDetails.REASON, "denied")
                    .success();
        }
    }
}
