package io.cloakroom.link;

import io.cloakroom.flow.EventDetails;
import io.cloakroom.limit.MailBlocks;
import io.cloakroom.proof.AccountSessions;
import io.cloakroom.proof.DenialTurn;
import io.cloakroom.proof.DeniedChanges;
import io.cloakroom.proof.ProofDenied;
import io.cloakroom.proof.ProofMarks;
import io.cloakroom.proof.ProvenLogin;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

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
        String proofId = denial.get().proofId();
        new ProofMarks(session).deny(proofId, denial.get().expiresAt());
        if (!DenialTurn.take(session, proofId)) {
            // Another request is at it, and nobody knows yet what becomes of that one.
            return pages.askNotMe(key);
        }
        DeniedChanges.Outcome outcome = undo(denial.get());
        int ended = outcome.ended() + endSessions(denial.get());
        stop(denial.get());
        session.getKeycloakSessionFactory()
                .publish(new ProofDenied(session, proofId, denial.get().userId()));
        tell(denial.get(), ended);
        return pages.denied(advice(denial.get(), outcome));
    }

    /** What the person has to do now: nothing, unless something may be left in the account, or somebody had the first factor. */
    private static List<String> advice(Denial denial, DeniedChanges.Outcome outcome) {
        List<String> advice = new ArrayList<>();
        if (!outcome.isWhole()) {
            advice.add("cloakroomNotMeCheck");
        }
        if (denial.isSecond()) {
            advice.add("cloakroomNotMePassword");
        }
        return advice;
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
        return owner(denial)
                .map(user -> AccountSessions.of(session, user)
                        .end(userSession -> ProvenLogin.standsOn(userSession, denial.proofId())))
                .orElse(0);
    }

    /** Whoever presses the button again has nothing new to say; but all the rest is done once more, should it have failed. */
    private void tell(Denial denial, int ended) {
        boolean isNew = new ProofMarks(session).isFirstDenial(denial.proofId());
        if (isNew) {
            LinkMetrics.denied();
        }
        if (isNew || ended > 0) {
            tellOperator(denial, ended);
        }
    }

    private void tellOperator(Denial denial, int ended) {
        EventBuilder event = new EventBuilder(
                        realm, session, session.getContext().getConnection())
                .event(EventType.EXECUTE_ACTION_TOKEN)
                .detail(EventDetails.METHOD, "not-me")
                .detail(EventDetails.SESSIONS, Integer.toString(ended));
        owner(denial).ifPresent(event::user);
        event.success();
    }

    private Optional<UserModel> owner(Denial denial) {
        return Optional.ofNullable(denial.userId()).map(id -> session.users().getUserById(realm, id));
    }
}
