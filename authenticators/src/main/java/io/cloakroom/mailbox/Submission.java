package io.cloakroom.mailbox;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Arrays;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;

/**
 * What was posted from one of the step's pages.
 *
 * @param intent which button
 * @param code what was typed, empty where nothing was
 */
record Submission(Intent intent, String code) {

    static Submission of(AuthenticationFlowContext context) {
        MultivaluedMap<String, String> form = context.getHttpRequest().getDecodedFormParameters();
        String code =
                Optional.ofNullable(form.getFirst("code")).map(String::strip).orElse("");
        Intent intent = Arrays.stream(Intent.values())
                .filter(candidate -> form.containsKey(candidate.button))
                .findFirst()
                .orElse(Intent.VERIFY);
        return new Submission(intent, code);
    }

    /** Hides the code: whatever logs this object logs nothing. */
    @Override
    public String toString() {
        return "Submission[" + intent + "]";
    }

    enum Intent {
        RESEND("resend"),
        CHANGE_ADDRESS("change"),
        CONFIRM("confirm"),
        LEAVE("leave"),
        VERIFY("code");

        private final String button;

        Intent(String button) {
            this.button = button;
        }
    }
}
