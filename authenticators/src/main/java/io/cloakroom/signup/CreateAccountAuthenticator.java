package io.cloakroom.signup;

import io.cloakroom.flow.Address;
import io.cloakroom.flow.BruteForce;
import io.cloakroom.flow.LoginEvents;
import io.cloakroom.flow.NoSettings;
import io.cloakroom.flow.RequestNotes;
import io.cloakroom.flow.Step;
import io.cloakroom.flow.StepForm;
import io.cloakroom.flow.TypedNotes;
import io.cloakroom.flow.UserNotes;
import io.cloakroom.proof.ProvenLogin;
import io.cloakroom.proof.StrangerNotes;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.AuthenticationFlowError;
import org.keycloak.authentication.AuthenticatorUtil;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.FormMessage;
import org.keycloak.services.messages.Messages;

/** The last step of a sign-up: only now is there a record, because only now is it clear whose it is. */
final class CreateAccountAuthenticator extends Step<NoSettings> {

    private static final Logger LOG = Logger.getLogger(CreateAccountAuthenticator.class);

    CreateAccountAuthenticator() {
        super(model -> NoSettings.NONE);
    }

    @Override
    protected void show(AuthenticationFlowContext context, NoSettings config) {
        Optional<Address> proven = StrangerNotes.address(context.getAuthenticationSession());
        if (context.getUser() != null || proven.isEmpty()) {
            pass(context);
            return;
        }
        Optional<Wish> wish = TypedNotes.in(context.getAuthenticationSession()).map(Wish::new);
        if (wish.isPresent()) {
            create(context, proven.get(), wish.get());
        } else {
            begin(context, proven.get());
        }
    }

    @Override
    protected void answer(AuthenticationFlowContext context, NoSettings config) {
        Wish wish = Wish.posted(context);
        if (wish.isTooMuch()) {
            context.challenge(SignUpPage.of(context).refuse(wish, List.of(new FormMessage("cloakroomTooLong"))));
            return;
        }
        if (StrangerNotes.address(context.getAuthenticationSession()).isPresent()) {
            TypedNotes.remember(context.getAuthenticationSession(), wish.fields());
        }
        show(context, config);
    }

    /** A member, proved in this login, has an account already and needs none. */
    private static void pass(AuthenticationFlowContext context) {
        boolean hasProved = !AuthenticatorUtil.getAuthnCredentials(context.getAuthenticationSession())
                .isEmpty();
        if (context.getUser() != null && hasProved) {
            LoginEvents.begin(context);
            context.success();
            return;
        }
        LOG.errorf(
                "Realm '%s', step '%s' stands in the wrong place: put cloakroom-email-otp before it.",
                context.getRealm().getName(), context.getExecution().getAuthenticator());
        context.attempted();
    }

    /** In a sign-in, where nothing has been asked yet: an account that needs no more than its address is there at once. */
    private static void begin(AuthenticationFlowContext context, Address proven) {
        Wish nothing = new Wish(Map.of()).with(proven);
        if (new ProfileCheck(context.getSession()).withoutLookUps(nothing).isEmpty()
                && Terms.of(context).errors(nothing).isEmpty()) {
            create(context, proven, nothing);
        } else {
            context.challenge(SignUpPage.of(context).show(nothing));
        }
    }

    private static void create(AuthenticationFlowContext context, Address proven, Wish wish) {
        if (ProvenLogin.isDenied(context.getSession(), context.getAuthenticationSession())) {
            RequestNotes.resetFlow(context);
            return;
        }
        List<FormMessage> unaccepted = Terms.of(context).errors(wish);
        if (!unaccepted.isEmpty()) {
            context.challenge(SignUpPage.of(context).refuse(wish, unaccepted));
            return;
        }
        answer(context, wish, new NewAccount(context, proven, wish.with(proven)).make());
    }

    private static void answer(AuthenticationFlowContext context, Wish wish, Made made) {
        if (made instanceof Created created) {
            accept(context, created.user());
        } else if (made instanceof Found found) {
            meet(context, found.user());
        } else if (made instanceof Refused refused) {
            context.challenge(SignUpPage.of(context).refuse(wish, refused.errors()));
        } else if (made instanceof Limited limited) {
            context.challenge(SignUpPage.of(context).refuseForNow(wish, limited.seconds()));
        }
    }

    /** An account that nobody had proved to be theirs is entered by the code step only, which clears it first. */
    private static void meet(AuthenticationFlowContext context, UserModel user) {
        if (user.isEmailVerified()) {
            accept(context, user);
        } else {
            RequestNotes.resetFlow(context);
        }
    }

    /** The one place where the step says who somebody is: the address has been proved, and this is its account. */
    private static void accept(AuthenticationFlowContext context, UserModel user) {
        if (!user.isEnabled() || BruteForce.hasLocked(context, user)) {
            context.failure(
                    AuthenticationFlowError.USER_DISABLED,
                    StepForm.of(context)
                            .setError(Messages.ACCOUNT_DISABLED)
                            .createErrorPage(Response.Status.BAD_REQUEST));
            return;
        }
        UserNotes.makeRoomFor(context, user);
        context.setUser(user);
        LoginEvents.begin(context);
        context.success();
    }
}
