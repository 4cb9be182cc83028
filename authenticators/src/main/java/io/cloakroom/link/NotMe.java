package io.cloakroom.link;

import io.cloakroom.limit.MailBlocks;
import io.cloakroom.proof.ProofMarks;
import io.cloakroom.proof.ProvenLogin;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.services.managers.AuthenticationManager;

/**
 * "This was not me": ends what came of a mail. It needs no sign-in, because whoever holds the mail could have signed in;
 * and it grants nothing.
 */
final class NotMe {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final Links links;
    private final LinkPages pages;

    NotMe(KeycloakSession session, Links links, LinkPages pages) {
        this.session = session;
        this.realm = session.getContext().getRealm();
        this.links = links;
        this.pages = pages;
    }

    Response ask(@Nullable String key) {
        return read(key).isPresent() ? pages.askNotMe(Objects.requireNonNull(key)) : invalid();
    }

    Response deny(@Nullable String key) {
        Optional<Denial> denial = read(key);
        if (denial.isEmpty()) {
            return invalid();
        }
        int ended = deny(denial.get());
        LinkMetrics.denied();
        tell(denial.get(), ended);
        return pages.thanks();
    }

    private Optional<Denial> read(@Nullable String key) {
        return pages.mayAnswer() && key != null ? links.readDenial(key) : Optional.empty();
    }

    private Response invalid() {
        return pages.redirect(pages.urlOf(LinkEnd.INVALID, null));
    }

    /** First nothing more can come of the proof, then what has come of it ends. */
    private int deny(Denial denial) {
        ProofMarks marks = new ProofMarks(session);
        marks.spend(denial.proofId(), denial.expiresAt());
        marks.mayComplete(denial.proofId());
        if (denial.pair() != null) {
            MailBlocks.block(session, denial.pair());
        }
        List<UserSessionModel> came = owner(denial).stream()
                .flatMap(user -> Stream.concat(
                        session.sessions().getUserSessionsStream(realm, user),
                        session.sessions().getOfflineUserSessionsStream(realm, user)))
                .filter(userSession -> ProvenLogin.standsOn(userSession, denial.proofId()))
                .toList();
        came.forEach(userSession -> AuthenticationManager.backchannelLogout(session, userSession, true));
        return came.size();
    }

    private void tell(Denial denial, int ended) {
        EventBuilder event = new EventBuilder(
                        realm, session, session.getContext().getConnection())
                .event(EventType.EXECUTE_ACTION_TOKEN)
                .detail("cloakroom_method", "not-me")
                .detail("cloakroom_sessions", Integer.toString(ended));
        owner(denial).ifPresent(event::user);
        event.success();
    }

    private Optional<UserModel> owner(Denial denial) {
        return Optional.ofNullable(denial.userId()).map(id -> session.users().getUserById(realm, id));
    }
}
