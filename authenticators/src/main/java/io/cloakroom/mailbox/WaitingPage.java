package io.cloakroom.mailbox;

import io.cloakroom.flow.Address;
import io.cloakroom.flow.StepForm;
import io.cloakroom.limit.TooManyRequests;
import io.cloakroom.mail.Contents;
import io.cloakroom.proof.CodeAlphabet;
import io.cloakroom.proof.CodeFormat;
import io.cloakroom.proof.PendingProof;
import io.cloakroom.proof.Verdict.Reason;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.common.util.Time;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.utils.FormMessage;

/** The page that waits for what the mail holds. It depends on what was typed and on the clock, never on the account. */
final class WaitingPage {

    private static final String WITH_CODE = "cloakroom-email-otp.ftl";
    private static final String WITHOUT_CODE = "cloakroom-magic-link.ftl";
    private static final String FIELD = "code";
    private static final String HIDDEN = "•••";

    private final AuthenticationFlowContext context;
    private final LoginFormsProvider form;
    private final String template;

    private WaitingPage(AuthenticationFlowContext context, Exchange exchange, Address address) {
        MailboxConfig config = exchange.config();
        Contents.Kind kind = exchange.contents().kind();
        this.context = context;
        this.template = kind.hasCode() ? WITH_CODE : WITHOUT_CODE;
        CodeFormat format = config.rules().format();
        this.form = StepForm.of(context)
                .setAttribute("cloakroomHasLink", kind.hasLink())
                .setAttribute("cloakroomLead", lead(config, kind))
                .setAttribute("cloakroomAddress", shown(context, config.role(), address))
                .setAttribute("cloakroomMayChange", config.role().isClaimed())
                .setAttribute("cloakroomDigitsOnly", format.alphabet() == CodeAlphabet.DIGITS)
                .setAttribute("cloakroomCodeLength", format.length())
                .setAttribute("cloakroomResendSeconds", 0L);
        worksFor(0);
    }

    /** The page of a step whose mail is on its way. */
    static WaitingPage of(AuthenticationFlowContext context, Exchange exchange, PendingProof proof) {
        WaitingPage page = new WaitingPage(context, exchange, proof.address());
        page.worksFor(secondsUntil(proof.expiresAt()));
        page.form.setAttribute("cloakroomResendSeconds", secondsUntilResend(proof));
        return page;
    }

    /** The page of a step that could not ask for a mail yet. */
    static WaitingPage withoutMail(AuthenticationFlowContext context, Exchange exchange, Address address) {
        return new WaitingPage(context, exchange, address);
    }

    /** Seconds until another mail may be asked for, 0 where it may now. */
    static long secondsUntilResend(PendingProof proof) {
        return secondsUntil(proof.resendableAt());
    }

    void show() {
        context.challenge(form.createForm(template));
    }

    void showSentAgain() {
        context.challenge(form.setSuccess("cloakroomSentAgain").createForm(template));
    }

    /** Shows the page again of a mail that is worth nothing any more; of an old one the clock says so. */
    void showEnded(Reason reason) {
        if (reason == Reason.EXPIRED || template.equals(WITHOUT_CODE)) {
            worksFor(0);
            show();
        } else {
            refuse(reason);
        }
    }

    void askForCode() {
        refuse("cloakroomCodeMissing");
    }

    void refuse(Reason reason) {
        if (reason == Reason.SPENT || reason == Reason.EXHAUSTED) {
            // It has ended before its time. Where a limit refuses, it still works when the wait is over.
            worksFor(0);
        }
        refuse(
                switch (reason) {
                    case WRONG -> "cloakroomCodeWrong";
                    case EXPIRED -> "cloakroomCodeExpired";
                    case SPENT -> "cloakroomCodeSpent";
                    case EXHAUSTED -> "cloakroomCodeExhausted";
                });
    }

    void refuseForNow(String message, long seconds) {
        context.challenge(TooManyRequests.on(form, FIELD, message, seconds).createForm(template));
    }

    /** Ends the login with a page that says why. Only ever shown to somebody who has proved the address. */
    static Response closed(AuthenticationFlowContext context, String message) {
        return StepForm.of(context).setError(message).createErrorPage(Response.Status.BAD_REQUEST);
    }

    /** What the page says of what was mailed; at 0 its main action is to ask for another one. */
    private void worksFor(long seconds) {
        form.setAttribute("cloakroomMinutesLeft", (seconds + 59) / 60).setAttribute("cloakroomSecondsLeft", seconds);
    }

    private void refuse(String message) {
        context.challenge(form.addError(new FormMessage(FIELD, message)).createForm(template));
    }

    /** What the page says about the mail: true for whoever has typed the address. */
    private static String lead(MailboxConfig config, Contents.Kind kind) {
        return switch (config.role()) {
            case FIRST -> kind.hasLink() ? "cloakroomCodeOrLinkLead" : "cloakroomCodeLead";
            case SECOND, IDENTITY_PROVIDER, SIGN_UP -> "cloakroomCodeSentLead";
            case RECOVERY -> "cloakroomRecoveryCodeLead";
        };
    }

    private static String shown(AuthenticationFlowContext context, Role role, Address address) {
        if (role.isClaimed()) {
            return address.typed();
        }
        return role == Role.IDENTITY_PROVIDER && !BrokerNotes.isFoundByAddress(context.getAuthenticationSession())
                ? HIDDEN
                : address.masked();
    }

    private static long secondsUntil(Instant then) {
        Duration left = Duration.between(Instant.ofEpochMilli(Time.currentTimeMillis()), then);
        return Math.max(0, left.toMillis() + 999) / 1000;
    }
}
