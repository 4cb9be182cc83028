package io.cloakroom.mail;

import io.cloakroom.flow.Address;
import io.cloakroom.flow.Lookups;
import io.cloakroom.limit.Budget;
import io.cloakroom.limit.Limit;
import io.cloakroom.limit.Permits;
import io.cloakroom.limit.Scope;
import io.cloakroom.mail.Envelope.Kind;
import io.cloakroom.proof.AddressOwner;
import io.cloakroom.proof.Purpose;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** Decides who gets a letter: the only place where a member and a stranger are told apart before a proof. */
final class Addressing {

    private static final Budget ONE_NOTICE_AN_HOUR = Budget.of(1, Duration.ofHours(1));
    private static final Budget NOTICES_OF_A_REALM = Budget.of(3000, Duration.ofHours(1));

    private final KeycloakSession session;
    private final RealmModel realm;
    private final Delivery delivery;

    Addressing(KeycloakSession session, Delivery delivery) {
        this.session = session;
        this.realm = session.getContext().getRealm();
        this.delivery = delivery;
    }

    /** The letter's envelope, or nothing where nobody gets it. */
    Optional<Envelope> decide() {
        if (delivery.letter() instanceof SecurityNotice notice && notice.isFormer()) {
            return former(notice);
        }
        return delivery.letter() instanceof MailboxLetter letter
                ? decide(letter)
                : decide((ResetLetter) delivery.letter());
    }

    /** A stranger who asks for a reset gets nothing, as with Keycloak alone. */
    private Optional<Envelope> decide(ResetLetter letter) {
        return member(letter)
                .filter(UserModel::isEnabled)
                .filter(user -> user.getEmail() != null && !user.getEmail().isBlank())
                .map(user -> to(user, Kind.MEMBER));
    }

    private Optional<Envelope> decide(MailboxLetter letter) {
        return member(letter)
                .filter(UserModel::isEnabled)
                .map(user -> to(user, isSignUp() ? Kind.TAKEN : Kind.MEMBER))
                .or(() -> forStranger(letter.address()));
    }

    private Optional<Envelope> forStranger(Address address) {
        if (delivery.letter() instanceof ProofLetter proof && proof.userId() == null) {
            if (AddressOwner.isTaken(session, realm, address)) {
                return isSignUp() ? Optional.of(to(address, Kind.TAKEN)) : notice(address);
            }
            if (delivery.reception().welcomes(proof.purpose(), realm, address)) {
                return Optional.of(to(address, Kind.SIGN_UP));
            }
        }
        return notice(address);
    }

    /** The one mail that goes to an address which the account has no longer. */
    private Optional<Envelope> former(SecurityNotice notice) {
        return Optional.ofNullable(session.users().getUserById(realm, notice.userId()))
                .map(user ->
                        new Envelope(Kind.MEMBER, user.getId(), notice.address().canonical(), shown(user)));
    }

    private boolean isSignUp() {
        return delivery.letter() instanceof ProofLetter proof && proof.purpose() == Purpose.SIGN_UP;
    }

    private static Envelope to(UserModel member, Kind kind) {
        return new Envelope(kind, member.getId(), member.getEmail(), shown(member));
    }

    private static Envelope to(Address stranger, Kind kind) {
        return new Envelope(kind, null, stranger.canonical(), shown(stranger));
    }

    private Optional<Envelope> notice(Address stranger) {
        return mayNotice(stranger) ? Optional.of(to(stranger, Kind.NOTICE)) : Optional.empty();
    }

    private Optional<UserModel> member(ResetLetter letter) {
        if (letter.userId() != null) {
            return Optional.ofNullable(session.users().getUserById(realm, letter.userId()));
        }
        return Lookups.account(session, letter.name());
    }

    private Optional<UserModel> member(MailboxLetter letter) {
        return letter.userId() == null
                ? AddressOwner.find(session, realm, letter.address())
                : Optional.ofNullable(session.users().getUserById(realm, letter.userId()))
                        .filter(user -> AddressOwner.hasAddress(user, letter.address()));
    }

    private boolean mayNotice(Address stranger) {
        return delivery.letter().userId() == null
                && delivery.reception().unknownAddress() != UnknownAddress.SILENT
                && isWithinBudgets(session.getProvider(Permits.class), stranger);
    }

    /** At most one an hour for each address, and a bounded number for all: strangers decide who these mails go to. */
    private static boolean isWithinBudgets(Permits permits, Address stranger) {
        return permits.take(List.of(
                        new Limit(Scope.NOTICE_REALM, "", NOTICES_OF_A_REALM),
                        new Limit(Scope.NOTICE, stranger.limitKey(), ONE_NOTICE_AN_HOUR)))
                .use()
                .isEmpty();
    }

    /** What a template greets a member with; nothing else of the account leaves the database. */
    private static Map<String, List<String>> shown(UserModel user) {
        Map<String, List<String>> shown = new LinkedHashMap<>();
        Stream.of(UserModel.USERNAME, UserModel.EMAIL, UserModel.FIRST_NAME, UserModel.LAST_NAME, UserModel.LOCALE)
                .forEach(name -> Optional.ofNullable(user.getFirstAttribute(name))
                        .ifPresent(value -> shown.put(name, List.of(value))));
        return shown;
    }

    private static Map<String, List<String>> shown(Address stranger) {
        return Map.of(
                UserModel.EMAIL, List.of(stranger.canonical()), UserModel.USERNAME, List.of(stranger.canonical()));
    }
}
