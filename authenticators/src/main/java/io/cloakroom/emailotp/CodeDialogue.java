package io.cloakroom.emailotp;

import io.cloakroom.flow.Address;
import io.cloakroom.flow.ClaimedAddress;
import io.cloakroom.limit.Decision;
import io.cloakroom.limit.TooManyRequests;
import io.cloakroom.proof.PendingProof;
import io.cloakroom.proof.ProvenLogin;
import io.cloakroom.proof.Verdict;
import io.cloakroom.proof.Verdict.Reason;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.AuthenticationFlowError;
import org.keycloak.models.UserModel;
import org.keycloak.services.messages.Messages;

/**
 * One exchange of the step with the person. What it does before the right code is typed is the same for every address:
 * no account is looked up on the request thread.
 */
final class CodeDialogue {

    private final AuthenticationFlowContext context;
    private final EmailOtpConfig config;
    private final Subject subject;
    private final CodeExchange exchange;
    private final CodeEvents events;

    CodeDialogue(AuthenticationFlowContext context, EmailOtpConfig config) {
        this.context = context;
        this.config = config;
        this.subject = Subject.of(context, config.role());
        this.exchange = new CodeExchange(context, config);
        this.events = new CodeEvents(context, exchange.purpose());
    }

    /** Refresh, back and language switch come here too: a mail goes out only where none is pending. */
    void show() {
        if (subject.isProvenAlready()) {
            context.success();
            return;
        }
        subject.address()
                .ifPresentOrElse(
                        address -> exchange.pendingFor(address).ifPresentOrElse(this::show, () -> begin(address)),
                        subject::giveUp);
    }

    void answer(Submission submission) {
        Optional<PendingProof> pending = subject.address().flatMap(exchange::pendingFor);
        if (pending.isEmpty()) {
            show();
            return;
        }
        switch (submission.intent()) {
            case RESEND -> resend(pending.get());
            case CHANGE_ADDRESS -> changeAddress(pending.get());
            case VERIFY -> verify(pending.get(), submission.code());
        }
    }

    private void show(PendingProof proof) {
        page(proof).show();
    }

    private void begin(Address address) {
        // As the first factor, the step before has taken the permit when the address was posted.
        if (config.role() == Role.FIRST || isPermitted(address, CodePage.withoutMail(context, config, address))) {
            show(exchange.send(address));
        }
    }

    private void resend(PendingProof proof) {
        long wait = CodePage.secondsUntilResend(proof);
        if (wait > 0) {
            TooManyRequests.tell(context);
            page(proof).refuseForNow("cloakroomResendTooSoon", wait);
        } else if (!exchange.mayReplace(proof)) {
            show(proof);
        } else if (isPermitted(proof.address(), page(proof))) {
            page(exchange.sendAgain(proof)).showSentAgain();
        }
    }

    private boolean isPermitted(Address address, CodePage page) {
        Decision decision = exchange.permitFor(address);
        if (decision instanceof Decision.Granted granted) {
            granted.keep().run();
        } else if (decision instanceof Decision.Refused refused) {
            TooManyRequests.tell(context, refused);
            page.refuseForNow("cloakroomTooManyMails", refused.seconds());
        }
        return decision instanceof Decision.Granted;
    }

    /** Back to the address, with nothing lost: what was typed is in the field, and a code that worked still works. */
    private void changeAddress(PendingProof proof) {
        if (config.role() == Role.SECOND) {
            show(proof);
            return;
        }
        boolean stillWorks = exchange.isUsable(proof);
        context.resetFlow(() -> {
            ClaimedAddress.remember(context.getAuthenticationSession(), proof.address());
            if (stillWorks) {
                exchange.resume(proof);
            }
        });
    }

    private void verify(PendingProof proof, String code) {
        if (code.isEmpty()) {
            page(proof).askForCode();
        } else {
            answer(proof, exchange.verify(proof, code));
        }
    }

    private void answer(PendingProof proof, Verdict verdict) {
        if (verdict instanceof Verdict.Refused refused) {
            events.refused(refused.reason());
            subject.failed(refused.reason());
            page(proof).refuse(refused.reason());
        } else if (verdict instanceof Verdict.Limited limited) {
            events.limited(limited);
            page(proof).refuseForNow("cloakroomTooManyGuesses", limited.seconds());
        } else {
            subject.owner(proof.address()).ifPresentOrElse(owner -> admit(proof, owner), () -> {
                events.ownerless();
                page(proof).refuse(Reason.SPENT);
            });
        }
    }

    private void admit(PendingProof proof, UserModel owner) {
        if (!owner.isEnabled()) {
            events.disabled(owner);
            context.failure(AuthenticationFlowError.USER_DISABLED, CodePage.closed(context, Messages.ACCOUNT_DISABLED));
        } else if (Subject.isLocked(context, owner)) {
            events.locked(owner);
            context.failure(
                    AuthenticationFlowError.USER_TEMPORARILY_DISABLED, CodePage.closed(context, "cloakroomLocked"));
        } else {
            accept(proof, owner);
        }
    }

    /** The one place where this step says who somebody is: the code has been right, and it is spent. */
    private void accept(PendingProof proof, UserModel owner) {
        exchange.forget();
        ProvenLogin.remember(context.getAuthenticationSession(), proof);
        events.accepted();
        if (config.role() == Role.FIRST) {
            if (context.getUser() != null) {
                context.clearUser();
            }
            new ProvenAddress(context, owner).mark(proof.address());
            context.setUser(owner);
        }
        subject.succeeded();
        context.success(EmailOtpAuthenticatorFactory.PROVIDER_ID);
    }

    private CodePage page(PendingProof proof) {
        return CodePage.of(context, config, proof);
    }
}
