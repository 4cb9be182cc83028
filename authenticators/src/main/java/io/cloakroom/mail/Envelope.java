package io.cloakroom.mail;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who gets a letter, decided once: tries that follow a temporary failure use the same one.
 *
 * @param kind what is sent
 * @param userId the member, or null for a stranger
 * @param to the stored address of a member, the typed one of a stranger
 * @param attributes what a template may know of the recipient
 */
record Envelope(Kind kind, @Nullable String userId, String to, Map<String, List<String>> attributes) {

    /** Hides everything: whatever logs this object logs nobody. */
    @Override
    public String toString() {
        return "Envelope[" + kind + "]";
    }

    /** What somebody gets. */
    enum Kind {
        /** A member gets what was asked for: a code, a link, or news of the account. */
        MEMBER,
        /** A stranger gets a code that makes an account. */
        SIGN_UP,
        /** Whoever signs up is told that the account is there already. */
        TAKEN,
        /** A stranger is told that there is no account. */
        NOTICE;

        /** The word in metrics. */
        String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
