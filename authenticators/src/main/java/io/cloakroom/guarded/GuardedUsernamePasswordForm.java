package io.cloakroom.guarded;

import io.cloakroom.flow.EventDetails;
import io.cloakroom.flow.Lookups;
import io.cloakroom.flow.NameNotes;
import io.cloakroom.flow.StepForm;
import io.cloakroom.flow.StepGate;
import io.cloakroom.flow.TypedName;
import io.cloakroom.flow.UserNotes;
import io.cloakroom.limit.GuessBudgets;
import io.cloakroom.limit.Network;
import io.cloakroom.limit.TooManyRequests;
import io.cloakroom.password.PasswordGuess;
import io.cloakroom.password.PasswordGuess.Verdict;
import io.cloakroom.password.PasswordNotes;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Objects;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.authenticators.browser.UsernamePasswordForm;
import org.keycloak.authentication.authenticators.util.AuthenticatorUtils;
import org.keycloak.events.Errors;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.messages.Messages;
import org.keycloak.services.validation.Validation;

/** Keycloak's page, our answer: a wrong password reads and takes the same for members and strangers, and is counted. */
final class GuardedUsernamePasswordForm extends UsernamePasswordForm {

    private final PostedPasskey passkey;

    GuardedUsernamePasswordForm(KeycloakSession session) {
        super(session);
        this.passkey = new PostedPasskey(session);
    }

    @Override
    public void action(AuthenticationFlowContext context) {
        StepGate.post(
                context,
                GuessBudgets::from,
                budgets -> answer(context, budgets, context.getHttpRequest().getDecodedFormParameters()));
    }

    private void answer(AuthenticationFlowContext context, GuessBudgets budgets, MultivaluedMap<String, String> form) {
        if (PostedPasskey.isIn(form)) {
            passkey.answer(context, () -> passkeyRefusal(context));
        } else if (form.containsKey("cancel")) {
            super.action(context);
        } else if (name(context, form).isBlank() || password(form).isEmpty()) {
            refuse(context);
        } else {
            compare(context, budgets, form);
        }
    }

    private void compare(AuthenticationFlowContext context, GuessBudgets budgets, MultivaluedMap<String, String> form) {
        String name = name(context, form);
        Verdict verdict = new PasswordGuess(context, password(form))
                .compare(
                        budgets.onPassword(TypedName.limitKey(name), Network.of(context.getConnection())),
                        () -> owner(context, name));
        if (verdict instanceof Verdict.Right right) {
            NameNotes.typed(context.getAuthenticationSession(), name);
            AuthenticatorUtils.processRememberMe(context, form);
            accept(context, right.user());
        } else if (verdict instanceof Verdict.Limited limited) {
            TooManyRequests.tell(context, limited.refusal());
            context.challenge(refusal(context, limited.refusal().seconds()));
        } else {
            refuse(context);
        }
    }

    /** Whom a session has named already is not to be named anew. */
    private static String name(AuthenticationFlowContext context, MultivaluedMap<String, String> form) {
        return Optional.ofNullable(context.getUser())
                .map(UserModel::getUsername)
                .orElseGet(() -> Objects.requireNonNullElse(form.getFirst(AuthenticationManager.FORM_USERNAME), "")
                        .strip());
    }

    private static String password(MultivaluedMap<String, String> form) {
        return Objects.requireNonNullElse(form.getFirst(CredentialRepresentation.PASSWORD), "");
    }

    private static Optional<UserModel> owner(AuthenticationFlowContext context, String name) {
        if (context.getUser() != null) {
            return Optional.of(context.getUser());
        }
        return Lookups.account(context.getSession(), name).filter(user -> user.getServiceAccountClientLink() == null);
    }

    /** The one place where the step says who somebody is, other than by a passkey: the password has been right. */
    private static void accept(AuthenticationFlowContext context, UserModel user) {
        UserNotes.makeRoomFor(context, user);
        context.setUser(user);
        PasswordNotes.validated(context.getAuthenticationSession());
        context.success(PasswordCredentialModel.TYPE);
    }

    /** No event names the account: whoever can post a name could have its owner mailed for it. */
    private void refuse(AuthenticationFlowContext context) {
        context.getEvent()
                .clone()
                .detail(EventDetails.METHOD, "password")
                .detail(EventDetails.PURPOSE, "sign-in")
                .detail(EventDetails.REASON, "wrong")
                .error(Errors.INVALID_USER_CREDENTIALS);
        AuthenticatorUtils.setupReauthenticationInUsernamePasswordFormError(context);
        // A request has one form: what is set here stays so for Keycloak's page.
        StepForm.of(context);
        context.challenge(challenge(context, Messages.INVALID_USER, Validation.FIELD_USERNAME));
    }

    private Response passkeyRefusal(AuthenticationFlowContext context) {
        AuthenticatorUtils.setupReauthenticationInUsernamePasswordFormError(context);
        StepForm.of(context);
        return challenge(context, Messages.WEBAUTHN_ERROR_AUTH_VERIFICATION, null);
    }

    private Response refusal(AuthenticationFlowContext context, long seconds) {
        AuthenticatorUtils.setupReauthenticationInUsernamePasswordFormError(context);
        if (isConditionalPasskeysEnabled(context.getUser())) {
            webauthnAuth.fillContextForm(context);
        }
        return createLoginForm(TooManyRequests.on(
                StepForm.of(context).setExecution(context.getExecution().getId()),
                context.getUser() == null ? Validation.FIELD_USERNAME : Validation.FIELD_PASSWORD,
                "cloakroomTooManyTries",
                seconds));
    }
}
