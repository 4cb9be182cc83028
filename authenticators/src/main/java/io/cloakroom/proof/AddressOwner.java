package io.cloakroom.proof;

import io.cloakroom.flow.Address;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * Finds the one account an address belongs to. Databases may find more than was asked for (collations that fold accents
 * or widths): only an account whose stored address is equal counts, and an address that two accounts share belongs to
 * nobody.
 */
public final class AddressOwner {

    private AddressOwner() {}

    /** The account, enabled or not; nothing where there is none, or where it cannot be told which one. */
    public static Optional<UserModel> find(KeycloakSession session, RealmModel realm, Address address) {
        List<UserModel> owners = holders(session, realm, address)
                .filter(user -> user.getServiceAccountClientLink() == null)
                .toList();
        return owners.size() == 1 ? Optional.of(owners.get(0)) : Optional.empty();
    }

    /** Whether any account has the address, even one that nobody can be told to be. */
    public static boolean isTaken(KeycloakSession session, RealmModel realm, Address address) {
        return holders(session, realm, address).findAny().isPresent();
    }

    /** Whether the account's stored address is equal to this one. */
    public static boolean hasAddress(UserModel user, Address address) {
        return Optional.ofNullable(user.getEmail())
                .flatMap(Address::parse)
                .filter(address::equals)
                .isPresent();
    }

    private static Stream<UserModel> holders(KeycloakSession session, RealmModel realm, Address address) {
        return Stream.of(address.canonical(), address.unicode())
                .distinct()
                .flatMap(spelling -> candidates(session, realm, spelling))
                .filter(user -> hasAddress(user, address))
                .filter(distinct());
    }

    private static Stream<UserModel> candidates(KeycloakSession session, RealmModel realm, String spelling) {
        if (realm.isDuplicateEmailsAllowed()) {
            return session.users()
                    .searchForUserStream(realm, Map.of(UserModel.EMAIL, spelling, UserModel.EXACT, "true"));
        }
        try {
            return Stream.ofNullable(session.users().getUserByEmail(realm, spelling));
        } catch (ModelDuplicateException e) {
            return Stream.empty();
        }
    }

    private static Predicate<UserModel> distinct() {
        Set<String> seen = new HashSet<>();
        return user -> seen.add(user.getId());
    }
}
