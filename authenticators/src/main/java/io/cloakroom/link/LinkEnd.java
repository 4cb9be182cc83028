package io.cloakroom.link;

import io.cloakroom.proof.Verdict.Reason;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why a link leads no further. The word stands in an address bar, so it gives nothing away. */
public enum LinkEnd {
    /** It is too old. */
    EXPIRED("cloakroomLinkExpired"),
    /** It, or the code beside it, was used, or replaced by a newer one. */
    SPENT("cloakroomLinkSpent"),
    /** The code beside it was tried too often. */
    EXHAUSTED("cloakroomLinkExhausted"),
    /** It is not of this realm, was changed on its way, or what it leads to is gone. */
    INVALID("cloakroomLinkInvalid"),
    /** This browser is signed in to another account. */
    SIGNED_IN("cloakroomLinkSignedIn");

    private final String message;

    LinkEnd(String message) {
        this.message = message;
    }

    /** The key of the message for the person. */
    public String message() {
        return message;
    }

    /** The end that a refused proof comes to. */
    public static LinkEnd of(Reason reason) {
        return switch (reason) {
            case EXPIRED -> EXPIRED;
            case SPENT -> SPENT;
            case WRONG, EXHAUSTED -> EXHAUSTED;
        };
    }

    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<LinkEnd> byId(String id) {
        return Arrays.stream(values()).filter(end -> end.id().equals(id)).findFirst();
    }
}
