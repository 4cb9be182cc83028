package io.cloakroom.proof;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.keycloak.authentication.AuthenticatorUtil;
import org.keycloak.common.util.Time;
import org.keycloak.credential.CredentialModel;
import org.keycloak.events.Details;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * The proofs that a login stands on although it has not asked for them: it was proved by something that came of them. A
 * thief would otherwise add a passkey, sign in with it, and add another one that no mail knows of.
 */
final class InheritedProofs {

    /** A link of a mail lives for a week at most, and a day later it undoes nothing any more. */
    private static final Duration LONGEST = Duration.ofDays(8);

    private InheritedProofs() {}

    static Stream<String> of(AuthenticationSessionModel login) {
        UserModel user = login.getAuthenticatedUser();
        return user == null ? Stream.empty() : Stream.concat(byCredential(login, user), byProvider(login, user));
    }

    /** Keycloak tells of which type a credential was and not which one; it is rare that an account has two of a type. */
    private static Stream<String> byCredential(AuthenticationSessionModel login, UserModel user) {
        List<String> types = AuthenticatorUtil.getAuthnCredentials(login);
        return ProofTraces.ofChanges(user)
                .proofs(words -> AccountChange.parse(words).stream()
                        .flatMap(change -> change.credential(user).stream())
                        .filter(InheritedProofs::isYoung)
                        .anyMatch(credential -> types.contains(credential.getType())));
    }

    private static boolean isYoung(CredentialModel credential) {
        long created = Objects.requireNonNullElse(credential.getCreatedDate(), 0L);
        return created > Time.currentTimeMillis() - LONGEST.toMillis();
    }

    private static Stream<String> byProvider(AuthenticationSessionModel login, UserModel user) {
        String provider = login.getUserSessionNotes().get(Details.IDENTITY_PROVIDER);
        return ProofTraces.ofLinks(user).proofs(words -> Objects.equals(provider, words.get(0)));
    }
}
