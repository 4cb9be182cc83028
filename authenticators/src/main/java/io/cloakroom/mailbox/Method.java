package io.cloakroom.mailbox;

import io.cloakroom.flow.ProviderIds;
import java.util.Arrays;

/** How a mailbox is proved: the word in events, and the credential that the flow is told of. */
public enum Method {
    /** A code typed in the browser that asked. */
    CODE("email-otp"),
    /** A link opened from the mail. */
    LINK("magic-link");

    private final String id;

    Method(String id) {
        this.id = id;
    }

    /** The fixed word for events. */
    public String id() {
        return id;
    }

    /** What the flow is told that the login has completed; also the id of the step that is made for it. */
    public String credential() {
        return ProviderIds.PREFIX + id;
    }

    /** Whether a flow that has been told of this credential has been told of a mailbox. */
    public static boolean isCredential(String credential) {
        return Arrays.stream(values()).anyMatch(method -> method.credential().equals(credential));
    }
}
