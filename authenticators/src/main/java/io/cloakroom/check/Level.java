package io.cloakroom.check;

import java.util.Locale;

/** How much a finding matters, the worst first. */
public enum Level {
    /** People cannot sign in, or a promise is broken. */
    ERROR,
    /** It works, and will not for everybody or not for long. */
    WARNING,
    /** Worth knowing; it may be meant so. */
    NOTE;

    /** The word for it in answers and documentation. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
