package io.cloakroom.mailbox;

import io.cloakroom.flow.RequestNotes;
import io.cloakroom.link.LinkEnd;
import io.cloakroom.link.OpenedLink;
import io.cloakroom.link.Visitor;
import io.cloakroom.proof.Verdict;
import io.cloakroom.proof.Verdict.Reason;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.models.UserModel;

/** A link that was opened in this login: nothing happens until its page has been confirmed. */
final class LinkDialogue {

    private final AuthenticationFlowContext context;
    private final Exchange exchange;
    private final Subject subject;
    private final OpenedLink opened;

    LinkDialogue(AuthenticationFlowContext context, Exchange exchange, Subject subject, OpenedLink opened) {
        this.context = context;
        this.exchange = exchange;
        this.subject = subject;
        this.opened = opened;
    }

    void show() {
        context.challenge(opened.mayConfirm() ? page().ask() : page().sendBack());
    }

    /** Spends the proof, then looks whose it is: the account it was mailed to, if it still has that address. */
    void confirm() {
        if (!opened.mayConfirm()) {
            show();
            return;
        }
        if (Visitor.isSomebodyElse(context.getSession(), opened.userId()) || isOfSomebodyElse()) {
            context.challenge(page().ended(LinkEnd.SIGNED_IN));
            return;
        }
        ProofEvents events = new ProofEvents(context, exchange.purpose(), Method.LINK);
        Verdict verdict = exchange.redeem(opened.proofId(), opened.expiresAt());
        if (verdict instanceof Verdict.Refused refused) {
            events.refused(refused.reason());
            end(refused.reason());
            return;
        }
        Optional<UserModel> owner = subject.owner(opened);
        if (owner.isEmpty()) {
            events.ownerless();
            end(Reason.SPENT);
            return;
        }
        new Admission(context, exchange, subject, Method.LINK)
                .admit(owner.get(), new Admission.Proven(opened.proofId(), opened.address(), opened.actions()));
    }

    /** Whether Keycloak has set another user from a session meanwhile. */
    private boolean isOfSomebodyElse() {
        return context.getUser() != null && !context.getUser().getId().equals(opened.userId());
    }

    /** Begins anew, at the address. */
    void leave() {
        RequestNotes.resetFlow(context);
    }

    private void end(Reason reason) {
        context.challenge(page().ended(LinkEnd.of(reason)));
    }

    private LinkPage page() {
        return new LinkPage(context, opened);
    }
}
