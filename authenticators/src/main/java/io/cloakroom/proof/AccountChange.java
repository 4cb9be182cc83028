package io.cloakroom.proof;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.common.util.Time;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.UserModel;

/**
 * Something that was changed at an account, as it is kept there.
 *
 * @param what which credential, as it was then; which address; or on which day
 */
record AccountChange(Kind kind, String what) {

    /** No mail can be denied so late that it would still matter. */
    private static final long LONGEST = 30;

    private static final String SEPARATOR = " ";

    /** What can be done about it. */
    enum Kind {
        /** A way to sign in was added, or became another one: it can be removed. */
        CREDENTIAL,
        /** Another address was asked for: until it is confirmed, that can be cancelled. */
        ADDRESS,
        /** Nobody but the owner knows how it was before. */
        OTHER
    }

    /** What has just been stored of that type: Keycloak's events tell the type and no more. */
    static Stream<AccountChange> ofCredential(UserModel user, String type) {
        return user
                .credentialManager()
                .getStoredCredentialsByTypeStream(type)
                .max(Comparator.comparing(AccountChange::created))
                .map(credential -> new AccountChange(Kind.CREDENTIAL, version(credential)))
                .stream();
    }

    static AccountChange ofAddress(String address) {
        return new AccountChange(Kind.ADDRESS, address);
    }

    static AccountChange other() {
        return new AccountChange(Kind.OTHER, Long.toString(today()));
    }

    /** Nothing where an administrator has written something else. */
    static Optional<AccountChange> parse(List<String> words) {
        return Stream.of(Kind.values())
                .filter(kind -> words.size() == 2 && word(kind).equals(words.get(0)))
                .map(kind -> new AccountChange(kind, words.get(1)))
                .findFirst();
    }

    List<String> words() {
        return List.of(word(kind), what);
    }

    /** Whether it is still so: what somebody has changed once more is not that change any longer. */
    boolean stands(UserModel user) {
        return switch (kind) {
            case CREDENTIAL -> credential(user).isPresent();
            case ADDRESS -> isPending(user) || what.equalsIgnoreCase(user.getEmail());
            case OTHER -> day() >= today() - LONGEST;
        };
    }

    /** The credential that it is about, if it is about one that is still the same. */
    Optional<CredentialModel> credential(UserModel user) {
        return Optional.of(what.split(SEPARATOR, 2)[0])
                .filter(id -> kind == Kind.CREDENTIAL)
                .map(id -> user.credentialManager().getStoredCredentialById(id))
                .filter(credential -> version(credential).equals(what));
    }

    boolean isPending(UserModel user) {
        return what.equals(user.getFirstAttribute(UserModel.EMAIL_PENDING));
    }

    private long day() {
        try {
            return Long.parseLong(what);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private static long today() {
        return Duration.between(Instant.EPOCH, Instant.ofEpochMilli(Time.currentTimeMillis()))
                .toDays();
    }

    private static String word(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /** A password keeps its id when it is changed. */
    private static String version(CredentialModel credential) {
        return credential.getId() + SEPARATOR + created(credential);
    }

    private static long created(CredentialModel credential) {
        return Objects.requireNonNullElse(credential.getCreatedDate(), 0L);
    }
}
