package io.cloakroom.identify;

import io.cloakroom.flow.Address;
import io.cloakroom.flow.BruteForce;
import io.cloakroom.flow.StepProofs;
import io.cloakroom.flow.UserNotes;
import io.cloakroom.limit.Decision;
import io.cloakroom.limit.GuessBudgets;
import io.cloakroom.limit.Network;
import io.cloakroom.limit.Permits;
import io.cloakroom.limit.TooManyRequests;
import io.cloakroom.proof.AddressOwner;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.authenticators.util.AuthenticatorUtils;
import org.keycloak.events.Errors;
import org.keycloak.models.UserCredentialModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;

/**
 * Signs in with a password. A wrong one, one of no account, and a right one of an account that is closed read the same
 * and take the same: one hash each.
 */
final class PasswordSignIn {

    private static final String WRONG = "wrong";

    /** To look an account up with all it has takes a database longer than to find none: both get this long. */
    private static final Duration LOOKUP = Duration.ofMillis(20);
    /** So does it to tell the brute-force detection of an account: both wait for that long. */
    private static final Duration REPORT = Duration.ofMillis(10);

    private final AuthenticationFlowContext context;
    private final IdentifyPage page;
    private final Address address;

    PasswordSignIn(AuthenticationFlowContext context, IdentifyPage page, Address address) {
        this.context = context;
        this.page = page;
        this.address = address;
    }

    /** Counts the guess, then compares it. */
    void answer(GuessBudgets budgets) {
        if (page.claim().password().isEmpty()) {
            context.challenge(page.refuse(Claim.PASSWORD, "cloakroomPasswordMissing"));
            return;
        }
        Network from = Network.of(context.getConnection());
        Decision decision = context.getSession().getProvider(Permits.class).take(budgets.onPassword(address, from));
        if (decision instanceof Decision.Granted granted) {
            compare(granted);
        } else if (decision instanceof Decision.Refused refused) {
            TooManyRequests.tell(context, refused);
            context.challenge(page.refuseForNow(Claim.PASSWORD, "cloakroomTooManyPasswords", refused.seconds()));
        }
    }

    private void compare(Decision.Granted granted) {
        long end = System.nanoTime() + LOOKUP.toNanos();
        Optional<UserModel> owner = owner();
        boolean isClosed = owner.filter(user -> user.isEnabled() && !BruteForce.takesNoGuess(context, user))
                .isEmpty();
        Optional<UserModel> withPassword =
                owner.filter(user -> user.credentialManager().isConfiguredFor(PasswordCredentialModel.TYPE));
        LockSupport.parkNanos(end - System.nanoTime());
        boolean isRight = isRight(withPassword);
        if (isRight && !isClosed) {
            granted.refund().run();
            accept(owner.get());
        } else {
            long told = System.nanoTime() + REPORT.toNanos();
            granted.keep().run();
            if (!isClosed) {
                BruteForce.failed(context, owner.get(), PasswordCredentialModel.TYPE);
            }
            LockSupport.parkNanos(told - System.nanoTime());
            refuse();
        }
    }

    /** Whom a session has named already, or who has the address. */
    private Optional<UserModel> owner() {
        return Optional.ofNullable(context.getUser())
                .filter(user -> AddressOwner.hasAddress(user, address))
                .or(() -> AddressOwner.find(context.getSession(), context.getRealm(), address));
    }

    /** Takes a hash in every case. */
    private boolean isRight(Optional<UserModel> withPassword) {
        if (withPassword.isEmpty()) {
            AuthenticatorUtils.dummyHash(context);
            return false;
        }
        return withPassword
                .get()
                .credentialManager()
                .isValid(UserCredentialModel.password(page.claim().password()));
    }

    /** The one place where the step says who somebody is, other than by a passkey: the password has been right. */
    private void accept(UserModel user) {
        UserNotes.makeRoomFor(context, user);
        context.setUser(user);
        PasswordNotes.validated(context.getAuthenticationSession());
        StepProofs.IDENTIFY.proved(context.getAuthenticationSession(), PasswordCredentialModel.TYPE);
        context.success(PasswordCredentialModel.TYPE);
    }

    /** No event names the account: whoever can post an address could have its owner mailed for it. */
    private void refuse() {
        context.getEvent()
                .clone()
                .detail("cloakroom_method", Claim.PASSWORD)
                .detail("cloakroom_purpose", "sign-in")
                .detail("cloakroom_reason", WRONG)
                .error(Errors.INVALID_USER_CREDENTIALS);
        context.challenge(page.refuse(Claim.PASSWORD, "cloakroomPasswordWrong"));
    }
}
