package io.cloakroom.mailbox;

import io.cloakroom.flow.Address;
import io.cloakroom.flow.BruteForce;
import io.cloakroom.flow.StepProofs;
import io.cloakroom.flow.UserNotes;
import io.cloakroom.proof.PendingProof;
import io.cloakroom.proof.ProvenLogin;
import io.cloakroom.proof.StrangerNotes;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.AuthenticationFlowError;
import org.keycloak.models.UserModel;
import org.keycloak.services.messages.Messages;

/** Lets somebody go on whose proof has just been spent, unless the account may not sign in. */
final class Admission {

    private final AuthenticationFlowContext context;
    private final Exchange exchange;
    private final Subject subject;
    private final Method method;
    private final ProofEvents events;

    Admission(AuthenticationFlowContext context, Exchange exchange, Subject subject, Method method) {
        this.context = context;
        this.exchange = exchange;
        this.subject = subject;
        this.method = method;
        this.events = new ProofEvents(context, exchange.purpose(), method);
    }

    void admit(UserModel owner, Proven proven) {
        if (!owner.isEnabled()) {
            events.disabled(owner);
            context.failure(
                    AuthenticationFlowError.USER_DISABLED, WaitingPage.closed(context, Messages.ACCOUNT_DISABLED));
        } else if (BruteForce.hasLocked(context, owner)) {
            events.locked(owner);
            context.failure(
                    AuthenticationFlowError.USER_TEMPORARILY_DISABLED, WaitingPage.closed(context, "cloakroomLocked"));
        } else {
            accept(owner, proven);
        }
    }

    /** Lets a stranger go on who has proved an address that nobody owns. Nobody is set: there is no account yet. */
    void welcome(PendingProof proof) {
        UserNotes.makeRoomForStranger(context);
        ProvenLogin.remember(context, proof.id());
        StepProofs.MAILBOX.proved(context.getAuthenticationSession(), method.id());
        StrangerNotes.proved(context.getAuthenticationSession(), proof.address());
        events.accepted();
        context.success(method.credential());
        PassedNotes.passed(context, proof.address());
        exchange.forget();
    }

    /** The one place where a step says who somebody is: the proof has been right, and it is spent. */
    private void accept(UserModel owner, Proven proven) {
        UserNotes.makeRoomFor(context, owner);
        ProvenLogin.remember(context, proven.proofId());
        StepProofs.MAILBOX.proved(context.getAuthenticationSession(), method.id());
        events.accepted();
        if (proven.address() == null) {
            events.impersonated();
        }
        if (subject.role() == Role.IDENTITY_PROVIDER) {
            BrokerNotes.linkedByMailbox(context.getAuthenticationSession());
            BrokerNotes.identity(context)
                    .ifPresent(identity -> ProviderLinks.remember(owner, proven.proofId(), identity));
        }
        if (subject.role() != Role.SECOND) {
            if (proven.address() != null) {
                new ProvenAddress(context, owner)
                        .mark(proven.address(), exchange.config().unverifiedAccount());
            }
            StrangerNotes.forget(context.getAuthenticationSession());
            context.setUser(owner);
        }
        proven.actions().forEach(context.getAuthenticationSession()::addRequiredAction);
        subject.succeeded();
        context.success(method.credential());
        PassedNotes.passed(context, owner);
        exchange.forget();
    }

    /**
     * What has been proved.
     *
     * @param proofId by which proof
     * @param address which mailbox is theirs, or null where the proof came through none
     * @param actions what this one sign-in asks for besides
     */
    record Proven(String proofId, @Nullable Address address, Set<String> actions) {}
}
