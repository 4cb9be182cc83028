package io.cloakroom.emailotp;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;

/**
 * What was posted from the code page.
 *
 * @param intent which button
 * @param code what was typed, empty where nothing was
 */
record Submission(Intent intent, String code) {

    static Submission of(AuthenticationFlowContext context) {
        MultivaluedMap<String, String> form = context.getHttpRequest().getDecodedFormParameters();
        String code =
                Optional.ofNullable(form.getFirst("code")).map(String::strip).orElse("");
        if (form.containsKey("resend")) {
            return new Submission(Intent.RESEND, code);
        }
        return new Submission(form.containsKey("change") ? Intent.CHANGE_ADDRESS : Intent.VERIFY, code);
    }

    /** Hides the code: whatever logs this object logs nothing. */
    @Override
    public String toString() {
        return "Submission[" + intent + "]";
    }

    enum Intent {
        VERIFY,
        RESEND,
        CHANGE_ADDRESS
    }
}
