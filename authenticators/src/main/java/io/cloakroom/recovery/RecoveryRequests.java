package io.cloakroom.recovery;

import io.cloakroom.proof.ProofMarks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.common.util.SecretGenerator;
import org.keycloak.common.util.Time;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.util.JsonSerialization;

/**
 * The pending recovery of one account, kept as a credential of a type of its own: where Keycloak keeps what must survive
 * restarts, and where an administrator sees it and can remove it. It proves nothing.
 */
final class RecoveryRequests {

    /** What administrators see in the list of an account's credentials. */
    static final String TYPE = "cloakroom-recovery-request";

    /** How long somebody has to come back when the wait is over. */
    private static final Duration WINDOW = Duration.ofDays(7);

    private static final String ID = "id";
    private static final String READY_AT = "readyAt";

    private final ProofMarks marks;
    private final UserModel user;

    RecoveryRequests(KeycloakSession session, UserModel user) {
        this.marks = new ProofMarks(session);
        this.user = user;
    }

    /** The request that still stands. One that is too old, or was stopped elsewhere, is gone. */
    Optional<RecoveryRequest> pending() {
        return stored().filter(request -> !request.isExpired(now()) && !marks.isSpent(request.id()))
                .findFirst();
    }

    /** The request with that id, whatever became of it. */
    Optional<RecoveryRequest> stored(String id) {
        return stored().filter(request -> request.id().equals(id)).findFirst();
    }

    /** Begins to wait. */
    RecoveryRequest start(Duration delay) {
        clear();
        String id = SecretGenerator.getInstance().generateSecureID();
        Instant readyAt = now().plus(delay);
        CredentialModel credential = new CredentialModel();
        credential.setType(TYPE);
        credential.setCreatedDate(now().toEpochMilli());
        credential.setCredentialData(write(Map.of(ID, id, READY_AT, Long.toString(readyAt.toEpochMilli()))));
        credential.setSecretData("{}");
        CredentialModel stored = user.credentialManager().createStoredCredential(credential);
        return new RecoveryRequest(id, stored.getId(), readyAt, readyAt.plus(WINDOW));
    }

    /**
     * Ends it for good; of several callers, on all nodes, one is told that it was the one. The others write nothing: who
     * removes the same row and commits first would undo what the one has done.
     */
    boolean end(RecoveryRequest request) {
        boolean isFirst = marks.spend(request.id(), request.expiresAt());
        if (isFirst) {
            stored().filter(other -> !other.id().equals(request.id()))
                    .forEach(other -> marks.spend(other.id(), other.expiresAt()));
            clear();
        }
        return isFirst;
    }

    /** Removes what is stored. */
    void clear() {
        credentials().forEach(credential -> user.credentialManager().removeStoredCredentialById(credential.getId()));
    }

    private Stream<RecoveryRequest> stored() {
        return credentials().stream().flatMap(credential -> read(credential).stream());
    }

    private List<CredentialModel> credentials() {
        return user.credentialManager().getStoredCredentialsByTypeStream(TYPE).toList();
    }

    /** Administrators import credentials and change them: what cannot be read is no request. */
    private static Optional<RecoveryRequest> read(CredentialModel credential) {
        try {
            String stored = Objects.requireNonNullElse(credential.getCredentialData(), "");
            Map<?, ?> data = JsonSerialization.readValue(stored, Map.class);
            return data != null && data.get(ID) instanceof String id
                    ? Optional.of(request(id, credential, Long.parseLong(String.valueOf(data.get(READY_AT)))))
                    : Optional.empty();
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static RecoveryRequest request(String id, CredentialModel credential, long readyMillis) {
        Instant readyAt = Instant.ofEpochMilli(readyMillis);
        return new RecoveryRequest(id, credential.getId(), readyAt, readyAt.plus(WINDOW));
    }

    private static String write(Map<String, String> data) {
        try {
            return JsonSerialization.writeValueAsString(data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Instant now() {
        return Instant.ofEpochMilli(Time.currentTimeMillis());
    }
}
