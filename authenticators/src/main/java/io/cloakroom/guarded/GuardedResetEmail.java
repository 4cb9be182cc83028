package io.cloakroom.guarded;

import io.cloakroom.flow.NameNotes;
import io.cloakroom.flow.StepForm;
import io.cloakroom.flow.StepGate;
import io.cloakroom.flow.TypedName;
import io.cloakroom.flow.UserNotes;
import io.cloakroom.limit.Decision;
import io.cloakroom.limit.MailBudgets;
import io.cloakroom.limit.TooManyRequests;
import io.cloakroom.link.LinkBase;
import io.cloakroom.mail.MailRequest;
import io.cloakroom.mail.Outbox;
import io.cloakroom.mail.Reception;
import io.cloakroom.mail.ResetLetter;
import java.net.URI;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.authenticators.resetcred.ResetCredentialEmail;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.FormMessage;
import org.keycloak.services.messages.Messages;
import org.keycloak.sessions.AuthenticationSessionCompoundId;
import org.keycloak.sessions.AuthenticationSessionModel;

/** Keycloak's mail to reset credentials, looked up, written and sent once the answer is on its way. */
final class GuardedResetEmail extends ResetCredentialEmail {

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        if (ResetNotes.isBack(context.getAuthenticationSession())) {
            UserNotes.keepUserAlone(context);
            super.authenticate(context);
        } else {
            StepGate.enter(context, MailBudgets::from, budgets -> ask(context, budgets));
        }
    }

    private static void ask(AuthenticationFlowContext context, MailBudgets budgets) {
        Optional<URI> base = LinkBase.of(context.getSession());
        if (base.isEmpty()) {
            StepGate.stopForWantOfLinks(context);
        } else {
            permitted(context, budgets).ifPresent(name -> {
                queue(context, base.get(), name);
                context.forkWithSuccessMessage(new FormMessage(Messages.EMAIL_SENT));
            });
        }
    }

    /**
     * The name that a mail may go to. The step before has taken a permit when one was posted; whom a session has named has
     * posted none.
     */
    private static Optional<String> permitted(AuthenticationFlowContext context, MailBudgets budgets) {
        Optional<String> permitted = ResetNotes.usePermit(context);
        if (permitted.isPresent()) {
            return permitted;
        }
        String name = name(context);
        Optional<Decision.Refused> refusal =
                budgets.take(context.getSession(), TypedName.limitKey(name)).use();
        refusal.ifPresent(refused -> {
            TooManyRequests.tell(context, refused);
            context.challenge(TooManyRequests.page(StepForm.of(context), "cloakroomTooManyMails", refused.seconds()));
        });
        return refusal.isEmpty() ? Optional.of(name) : Optional.empty();
    }

    private static void queue(AuthenticationFlowContext context, URI base, String name) {
        AuthenticationSessionModel login = context.getAuthenticationSession();
        ResetLetter letter = new ResetLetter(
                name,
                context.getUser() == null ? null : context.getUser().getId(),
                new ResetLetter.Destination(
                        base,
                        context.getActionTokenUrl(""),
                        AuthenticationSessionCompoundId.fromAuthSession(login).getEncodedId()),
                MailRequest.of(context),
                ResetLetter.lifespan(context.getRealm()));
        context.getSession().getProvider(Outbox.class).queue(letter, Reception.NONE);
    }

    private static String name(AuthenticationFlowContext context) {
        return Optional.ofNullable(context.getUser())
                .map(UserModel::getUsername)
                .or(() -> NameNotes.in(context.getAuthenticationSession()))
                .orElse("");
    }
}
