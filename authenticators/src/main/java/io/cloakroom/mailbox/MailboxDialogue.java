package io.cloakroom.mailbox;

import io.cloakroom.flow.Address;
import io.cloakroom.flow.ClaimedAddress;
import io.cloakroom.flow.RequestNotes;
import io.cloakroom.flow.StepProofs;
import io.cloakroom.flow.TypedNotes;
import io.cloakroom.limit.Decision;
import io.cloakroom.limit.MailBudgetNotes;
import io.cloakroom.limit.MailBudgets;
import io.cloakroom.limit.TooManyRequests;
import io.cloakroom.link.LinkNotes;
import io.cloakroom.link.OpenedLink;
import io.cloakroom.proof.AddressOwner;
import io.cloakroom.proof.PendingProof;
import io.cloakroom.proof.Verdict;
import io.cloakroom.proof.Verdict.Reason;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * One exchange of a step with the person. What it does before the proof is accepted is the same for every address: no
 * account is looked up on the request thread.
 */
public final class MailboxDialogue {

    private final AuthenticationFlowContext context;
    private final MailboxConfig config;
    private final Subject subject;
    private final Exchange exchange;

    /** The dialogue of this context's step. */
    public MailboxDialogue(AuthenticationFlowContext context, MailboxConfig config) {
        this.context = context;
        this.config = config;
        this.subject = Subject.of(context, config.role());
        this.exchange = new Exchange(context, config);
    }

    /** Whether the step's mails can hold what they are made for: a link needs an address of the server. */
    public boolean isPossible() {
        return config.contents().kind().hasCode() || exchange.contents().kind().hasLink();
    }

    /** Refresh, back and language switch come here too: a mail goes out only where none is pending. */
    public void show() {
        Optional<OpenedLink> opened = opened();
        Optional<PendingProof> pending = pending();
        if (subject.isProvenAlready()) {
            StepProofs.MAILBOX.provedNothing(context.getAuthenticationSession());
            context.success();
        } else if (opened.isPresent()) {
            new LinkDialogue(context, exchange, subject, opened.get()).show();
        } else if (pending.isPresent()) {
            show(pending.get());
        } else if (PassedNotes.isPassed(context)) {
            context.success();
        } else {
            subject.address().ifPresentOrElse(this::begin, subject::giveUp);
        }
    }

    /** Answers what was posted from the page that the step has shown. */
    public void answer() {
        Submission submission = Submission.of(context);
        Optional<PendingProof> pending = pending();
        Optional<OpenedLink> opened = opened();
        if (opened.isPresent()) {
            answer(submission, new LinkDialogue(context, exchange, subject, opened.get()));
        } else if (pending.isPresent()) {
            answer(submission, pending.get());
        } else {
            show();
        }
    }

    private void answer(Submission submission, LinkDialogue link) {
        switch (submission.intent()) {
            case CONFIRM -> link.confirm();
            case LEAVE -> link.leave();
            default -> link.show();
        }
    }

    private void answer(Submission submission, PendingProof pending) {
        switch (submission.intent()) {
            case RESEND -> resend(pending);
            case CHANGE_ADDRESS -> changeAddress(pending);
            case VERIFY -> verify(pending, submission.code());
            case CONFIRM, LEAVE -> show(pending);
        }
    }

    private Optional<OpenedLink> opened() {
        return config.role() == Role.FIRST ? LinkNotes.opened(context.getAuthenticationSession()) : Optional.empty();
    }

    private Optional<PendingProof> pending() {
        return subject.address().flatMap(exchange::pendingFor);
    }

    private void show(PendingProof proof) {
        exchange.ended(proof)
                .ifPresentOrElse(
                        reason -> page(proof).showEnded(reason),
                        () -> page(proof).show());
    }

    private void begin(Address address) {
        // As the first factor, the step before has taken a permit when the address was posted.
        if (MailBudgetNotes.usePermit(context.getAuthenticationSession())
                || isPermitted(address, WaitingPage.withoutMail(context, exchange, address))) {
            page(exchange.send(address, subject.userId())).show();
        }
    }

    private void resend(PendingProof proof) {
        long wait = WaitingPage.secondsUntilResend(proof);
        if (wait > 0) {
            TooManyRequests.tell(context);
            page(proof).refuseForNow("cloakroomResendTooSoon", wait);
        } else if (!exchange.mayReplace(proof)) {
            // Another request is mailing one in this moment: the one before is spent, and nothing is left to ask for.
            page(proof).show();
        } else if (isPermitted(proof.address(), page(proof))) {
            page(exchange.sendAgain(proof, subject.userId())).showSentAgain();
        }
    }

    private boolean isPermitted(Address address, WaitingPage page) {
        Optional<Decision.Refused> refusal = exchange.permitFor(address).use();
        refusal.ifPresent(refused -> {
            TooManyRequests.tell(context, refused);
            page.refuseForNow("cloakroomTooManyMails", refused.seconds());
        });
        return refusal.isEmpty();
    }

    /** Back to the address, with nothing lost: what was typed is in the field, and a proof that worked still works. */
    private void changeAddress(PendingProof proof) {
        if (!config.role().isClaimed()) {
            show(proof);
            return;
        }
        boolean stillWorks = exchange.ended(proof).isEmpty();
        Optional<MailBudgets> budgets = MailBudgetNotes.in(context.getAuthenticationSession());
        Optional<Map<String, List<String>>> typed = TypedNotes.in(context.getAuthenticationSession());
        RequestNotes.resetFlow(context, () -> {
            typed.ifPresent(fields -> TypedNotes.remember(context.getAuthenticationSession(), fields));
            ClaimedAddress.remember(context.getAuthenticationSession(), proof.address());
            budgets.ifPresent(mails -> MailBudgetNotes.remember(context.getAuthenticationSession(), mails));
            if (stillWorks) {
                exchange.resume(proof);
            }
        });
    }

    private void verify(PendingProof proof, String code) {
        if (!exchange.contents().kind().hasCode()) {
            show(proof);
        } else if (code.isEmpty()) {
            page(proof).askForCode();
        } else {
            answer(proof, exchange.verify(proof, code));
        }
    }

    private void answer(PendingProof proof, Verdict verdict) {
        ProofEvents events = new ProofEvents(context, exchange.purpose(), Method.CODE);
        if (verdict instanceof Verdict.Refused refused) {
            events.refused(refused.reason());
            subject.failed(refused.reason());
            page(proof).refuse(refused.reason());
        } else if (verdict instanceof Verdict.Limited limited) {
            events.limited(limited);
            page(proof).refuseForNow("cloakroomTooManyGuesses", limited.seconds());
        } else {
            subject.owner(proof.address()).ifPresentOrElse(owner -> admit(owner, proof), () -> welcome(proof, events));
        }
    }

    private void admit(UserModel owner, PendingProof proof) {
        admission().admit(owner, new Admission.Proven(proof.id(), proof.address(), Set.of()));
    }

    /** Nobody owned the address: it may become that of a new account, unless it has become one in this very moment. */
    private void welcome(PendingProof proof, ProofEvents events) {
        RealmModel realm = context.getRealm();
        boolean isWelcome = config.reception().welcomes(config.role().purpose(), realm, proof.address());
        if (isWelcome && !AddressOwner.isTaken(context.getSession(), realm, proof.address())) {
            admission().welcome(proof);
            return;
        }
        subject.owner(proof.address()).filter(owner -> isWelcome).ifPresentOrElse(owner -> admit(owner, proof), () -> {
            events.ownerless();
            page(proof).refuse(Reason.SPENT);
        });
    }

    private Admission admission() {
        return new Admission(context, exchange, subject, Method.CODE);
    }

    private WaitingPage page(PendingProof proof) {
        return WaitingPage.of(context, exchange, proof);
    }
}
