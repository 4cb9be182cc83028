package io.cloakroom.link;

import io.cloakroom.limit.MailBlocks;
import io.cloakroom.proof.DeniedChanges;
import io.cloakroom.proof.ProofDenied;
import io.cloakroom.proof.ProofMarks;
import io.cloakroom.proof.ProvenLogin;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.services.managers.AuthenticationManager;

/**
 * "This was not me": ends what came of a mail, and undoes what it left in the account. It needs no sign-in, because whoever
 * holds the mail could have signed in; and it grants nothing.
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

    Response ask(String key) {
        return read(key).isPresent() ? pages.askNotMe(key) : invalid();
    }

    Response deny(String key) {
        Optional<Denial> denial = read(key);
        if (denial.isEmpty()) {
            return invalid();
        }
        boolean isNew = new ProofMarks(session)
                .deny(denial.get().proofId(), denial.get().expiresAt());
        // First: where a session ends, Keycloak lets a login of its own go on in this request.
        DeniedChanges.Outcome outcome = undo(denial.get());
        int ended = outcome.ended() + endSessions(denial.get());
        if (isNew) {
            stop(denial.get());
            session.getKeycloakSessionFactory()
                    .publish(new ProofDenied(
                            session, denial.get().proofId(), denial.get().userId()));
            LinkMetrics.denied();
        }
        if (isNew || ended > 0) {
            tell(denial.get(), ended);
        }
        return pages.denied(outcome.isWhole());
    }

    private Optional<Denial> read(String key) {
        return pages.mayAnswer() ? links.readDenial(key) : Optional.empty();
    }

    private Response invalid() {
        return pages.redirect(pages.urlOf(LinkEnd.INVALID, null));
    }

    /** The login that waits, at whatever page, and what is to be kept from beginning anew. */
    private void stop(Denial denial) {
        Optional.ofNullable(denial.loginId())
                .map(id -> session.authenticationSessions().getRootAuthenticationSession(realm, id))
                .ifPresent(root -> session.authenticationSessions().removeRootAuthenticationSession(realm, root));
        if (denial.pair() != null && denial.isRecent()) {
            MailBlocks.block(session, denial.pair());
        }
    }

    /** An old mail undoes nothing: it may be anybody's by now. */
    private DeniedChanges.Outcome undo(Denial denial) {
        return owner(denial)
                .map(user -> new DeniedChanges(session, user, denial.proofId()))
                .map(changes -> denial.isRecent() ? changes.undo() : changes.leave())
                .orElse(new DeniedChanges.Outcome(true, 0));
    }

    private int endSessions(Denial denial) {
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
