package io.cloakroom.link;

import io.cloakroom.flow.Address;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A link that was opened in this login and waits to be confirmed.
 *
 * @param proofId the proof that confirming spends
 * @param userId whom it signs in
 * @param address what it was sent to, or null where it went to no mailbox
 * @param expiresAt when the proof is worth nothing
 * @param asked the circumstances in which it was asked for
 * @param elsewhere whether this is another browser than the one that asked
 * @param mayConfirm whether this browser may be signed in
 * @param code what to show where it may not, or null
 * @param actions required actions that this one sign-in asks for
 */
public record OpenedLink(
        String proofId,
        String userId,
        @Nullable Address address,
        Instant expiresAt,
        SignInLink.Asked asked,
        boolean elsewhere,
        boolean mayConfirm,
        @Nullable String code,
        Set<String> actions) {

    private static final String SEPARATOR = "\n";

    /** Hides everything: whatever logs this object logs nothing. */
    @Override
    public String toString() {
        return "OpenedLink[hidden]";
    }

    String store() {
        return String.join(
                SEPARATOR,
                proofId,
                userId,
                address == null ? "" : address.typed(),
                Long.toString(expiresAt.getEpochSecond()),
                Long.toString(asked.at().getEpochSecond()),
                asked.browser(),
                asked.tabId(),
                Boolean.toString(elsewhere),
                Boolean.toString(mayConfirm),
                code == null ? "" : code,
                String.join(" ", actions));
    }

    static Optional<OpenedLink> load(String stored) {
        String[] part = stored.split(SEPARATOR, -1);
        return Optional.of(new OpenedLink(
                part[0],
                part[1],
                Address.parse(part[2]).orElse(null),
                Instant.ofEpochSecond(Long.parseLong(part[3])),
                new SignInLink.Asked(Instant.ofEpochSecond(Long.parseLong(part[4])), part[5], part[6]),
                Boolean.parseBoolean(part[7]),
                Boolean.parseBoolean(part[8]),
                part[9].isEmpty() ? null : part[9],
                part[10].isEmpty() ? Set.of() : Set.of(part[10].split(" "))));
    }
}
