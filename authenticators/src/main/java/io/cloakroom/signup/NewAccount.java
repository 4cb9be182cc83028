package io.cloakroom.signup;

import io.cloakroom.flow.Address;
import io.cloakroom.flow.Completion;
import io.cloakroom.limit.Budget;
import io.cloakroom.limit.Decision;
import io.cloakroom.limit.Limit;
import io.cloakroom.limit.Network;
import io.cloakroom.limit.Permits;
import io.cloakroom.limit.Scope;
import io.cloakroom.limit.TooManyRequests;
import io.cloakroom.proof.AddressOwner;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.events.Details;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.FormMessage;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.services.messages.Messages;
import org.keycloak.services.validation.Validation;
import org.keycloak.userprofile.UserProfile;
import org.keycloak.userprofile.UserProfileContext;
import org.keycloak.userprofile.UserProfileProvider;
import org.keycloak.userprofile.ValidationException;

/**
 * Makes one account for one address. Of several requests that are about to, on all nodes, one does; the others find what
 * it has made. Without this the database would answer the second with an error.
 */
final class NewAccount {

    /** Longer than a request takes to commit. */
    private static final Budget ONE_AT_A_TIME = Budget.of(1, Duration.ofMinutes(1));

    private static final Budget REFUSALS = Budget.of(10, Duration.ofHours(1));
    private static final FormMessage NAME_TAKEN = new FormMessage(UserModel.USERNAME, Messages.USERNAME_EXISTS);
    private static final int LOOKS = 30;
    private static final long BETWEEN_LOOKS = TimeUnit.MILLISECONDS.toNanos(100);

    private final AuthenticationFlowContext context;
    private final KeycloakSession session;
    private final RealmModel realm;
    private final Address address;
    private final Wish wish;
    private boolean isGivenBack;

    /**
     * @param address what has been proved
     * @param wish what the account is to be, with that address
     */
    NewAccount(AuthenticationFlowContext context, Address address, Wish wish) {
        this.context = context;
        this.session = context.getSession();
        this.realm = context.getRealm();
        this.address = address;
        this.wish = wish;
    }

    /** Makes the account, or finds what another request has made meanwhile, or says why neither is. */
    Made make() {
        return AddressOwner.find(session, realm, address).<Made>map(Found::new).orElseGet(this::takeTurn);
    }

    private Made takeTurn() {
        List<FormMessage> wrong = wrongWithoutLookUps();
        if (!wrong.isEmpty()) {
            return new Refused(wrong);
        }
        Decision decision = session.getProvider(Permits.class).take(turns());
        if (decision instanceof Decision.Granted turn) {
            return inTurn(turn);
        }
        boolean isForName = ((Decision.Refused) decision).scope() == Scope.ACCOUNT_NAME;
        return isForName ? new Refused(List.of(NAME_TAKEN)) : await();
    }

    /** Where a database or a directory fails, whoever tries again must not wait for a turn that nobody has any more. */
    private Made inTurn(Decision.Granted turn) {
        Completion.ifUndone(session, () -> giveBack(turn));
        try {
            return AddressOwner.find(session, realm, address)
                    .map(owner -> found(owner, turn))
                    .orElseGet(() -> create(turn));
        } catch (RuntimeException failure) {
            // Keycloak shows a page about it, and may keep what the request has changed.
            giveBack(turn);
            throw failure;
        }
    }

    private Made found(UserModel owner, Decision.Granted turn) {
        giveBack(turn);
        return new Found(owner);
    }

    /** Once, or it would take the turn from whoever has it in the meantime. */
    private void giveBack(Decision.Granted turn) {
        if (!isGivenBack) {
            isGivenBack = true;
            turn.refund().run();
        }
    }

    /** What can be said without telling who is a member: an invitation that does not fit, or a name that is an address. */
    private List<FormMessage> wrongWithoutLookUps() {
        Optional<String> objection = new Invitation(context).objection(address);
        if (objection.isPresent()) {
            return List.of(new FormMessage(objection.get()));
        }
        boolean isForeignAddress =
                Address.parse(wish.name()).filter(name -> !name.equals(address)).isPresent();
        if (isForeignAddress) {
            return List.of(new FormMessage(UserModel.USERNAME, "cloakroomNameIsAddress"));
        }
        return new ProfileCheck(session).withoutLookUps(wish);
    }

    private Made create(Decision.Granted turn) {
        UserProfile profile = session.getProvider(UserProfileProvider.class)
                .create(UserProfileContext.REGISTRATION, wish.attributes());
        try {
            profile.validate();
        } catch (ValidationException e) {
            giveBack(turn);
            return refuse(errors(e));
        }
        UserModel user = profile.create();
        user.setEnabled(true);
        user.setEmailVerified(true);
        Terms.of(context).accept(user, wish);
        SignUpNotes.registered(context.getAuthenticationSession());
        new Invitation(context).take(user);
        tell(user);
        turn.keep().run();
        return new Created(user);
    }

    /** What the user profile has against the wish, beside the fields. An address is not asked for any more. */
    private static List<FormMessage> errors(ValidationException e) {
        return Validation.getFormErrorsFromValidation(e.getErrors()).stream()
                .map(error -> UserModel.EMAIL.equals(error.getField())
                        ? new FormMessage(null, error.getMessage(), error.getParameters())
                        : error)
                .toList();
    }

    /** The answer tells of other members' names: so many times an hour, for one address from one network. */
    private Made refuse(List<FormMessage> errors) {
        String asking = address.limitKey() + " "
                + Network.of(session.getContext().getConnection()).exact();
        Optional<Decision.Refused> refused = session.getProvider(Permits.class)
                .take(List.of(new Limit(Scope.ACCOUNT_REFUSED, asking, REFUSALS)))
                .use();
        if (refused.isPresent()) {
            TooManyRequests.tell(context, refused.get());
            return new Limited(refused.get().seconds());
        }
        return new Refused(errors);
    }

    private void tell(UserModel user) {
        context.getEvent()
                .clone()
                .event(EventType.REGISTER)
                .user(user)
                .detail(Details.USERNAME, user.getUsername())
                .detail(Details.EMAIL, user.getEmail())
                .detail(Details.REGISTER_METHOD, "form")
                .success();
    }

    /** Whoever is about to take that address, or that name. */
    private List<Limit> turns() {
        List<Limit> turns = new ArrayList<>();
        turns.add(new Limit(Scope.ACCOUNT_ADDRESS, address.limitKey(), ONE_AT_A_TIME));
        if (!wish.name().isBlank()) {
            turns.add(new Limit(Scope.ACCOUNT_NAME, wish.name().strip().toLowerCase(Locale.ROOT), ONE_AT_A_TIME));
        }
        return turns;
    }

    private Made await() {
        for (int look = 0; look < LOOKS; look++) {
            Optional<UserModel> owner = isThere() ? AddressOwner.find(session, realm, address) : Optional.empty();
            if (owner.isPresent()) {
                return new Found(owner.get());
            }
            LockSupport.parkNanos(BETWEEN_LOOKS);
        }
        return new Refused(List.of(new FormMessage("cloakroomSignUpElsewhere")));
    }

    /** Looks with fresh eyes: this request's transaction may not see what others commit. */
    private boolean isThere() {
        return KeycloakModelUtils.runJobInTransactionWithResult(session.getKeycloakSessionFactory(), later -> {
            RealmModel same = later.realms().getRealm(realm.getId());
            later.getContext().setRealm(same);
            return AddressOwner.find(later, same, address).isPresent();
        });
    }
}
