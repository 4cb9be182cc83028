package io.cloakroom.password;

import io.cloakroom.flow.BruteForce;
import io.cloakroom.limit.Decision;
import io.cloakroom.limit.Limit;
import io.cloakroom.limit.Permits;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.authenticators.util.AuthenticatorUtils;
import org.keycloak.models.UserCredentialModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;

/**
 * One guess at a password. A wrong one, one of no account, and a right one of an account that is closed come to the same
 * and take the same: one hash each. It counts before it is compared.
 */
public final class PasswordGuess {

    /** To look an account up with all it has takes a database longer than to find none: both get this long. */
    private static final Duration LOOKUP = Duration.ofMillis(20);
    /** So does it to tell the brute-force detection of an account: both wait for that long. */
    private static final Duration REPORT = Duration.ofMillis(10);

    private final AuthenticationFlowContext context;
    private final String password;

    /**
     * @param password what was typed
     */
    public PasswordGuess(AuthenticationFlowContext context, String password) {
        this.context = context;
        this.password = password;
    }

    /**
     * Counts the guess, then compares it. A right one gives its permits back.
     *
     * @param limits what it counts against
     * @param lookUp finds whose password it would be
     */
    public Verdict compare(List<Limit> limits, Supplier<Optional<UserModel>> lookUp) {
        Decision decision = context.getSession().getProvider(Permits.class).take(limits);
        return decision instanceof Decision.Granted granted
                ? compare(granted, lookUp)
                : new Verdict.Limited((Decision.Refused) decision);
    }

    private Verdict compare(Decision.Granted granted, Supplier<Optional<UserModel>> lookUp) {
        long end = System.nanoTime() + LOOKUP.toNanos();
        Optional<UserModel> owner = lookUp.get();
        Optional<UserModel> open = owner.filter(user -> user.isEnabled() && !BruteForce.takesNoGuess(context, user));
        Optional<UserModel> withPassword =
                owner.filter(user -> user.credentialManager().isConfiguredFor(PasswordCredentialModel.TYPE));
        LockSupport.parkNanos(end - System.nanoTime());
        boolean isRight = isRight(withPassword);
        if (isRight && open.isPresent()) {
            granted.refund().run();
            return new Verdict.Right(open.get());
        }
        long told = System.nanoTime() + REPORT.toNanos();
        granted.keep().run();
        open.ifPresent(user -> BruteForce.failed(context, user, PasswordCredentialModel.TYPE));
        LockSupport.parkNanos(told - System.nanoTime());
        return new Verdict.Wrong();
    }

    /** Takes a hash in every case. */
    private boolean isRight(Optional<UserModel> withPassword) {
        if (withPassword.isEmpty()) {
            AuthenticatorUtils.dummyHash(context);
            return false;
        }
        return withPassword.get().credentialManager().isValid(UserCredentialModel.password(password));
    }

    /** What a guess comes to. */
    public sealed interface Verdict {

        /**
         * It was the password, and its owner may sign in.
         *
         * @param user the owner
         */
        record Right(UserModel user) implements Verdict {}

        /** It was not, or nobody's, or that of an account that may not sign in. */
        record Wrong() implements Verdict {}

        /**
         * It was not looked at.
         *
         * @param refusal until when
         */
        record Limited(Decision.Refused refusal) implements Verdict {}
    }
}
