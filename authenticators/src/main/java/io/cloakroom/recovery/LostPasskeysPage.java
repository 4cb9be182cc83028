package io.cloakroom.recovery;

import io.cloakroom.flow.Moment;
import io.cloakroom.flow.StepForm;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.credential.CredentialModel;

/** Asks which passkeys are lost. Nothing is ticked: what one still has must not go by a slip. */
final class LostPasskeysPage {

    static final String LOST = "lost";

    private final AuthenticationFlowContext context;

    LostPasskeysPage(AuthenticationFlowContext context) {
        this.context = context;
    }

    Response show() {
        Locale locale = context.getSession().getContext().resolveLocale(null);
        List<Passkey> passkeys = new LostFactors(context)
                .passkeys().stream().map(passkey -> Passkey.of(passkey, locale)).toList();
        return StepForm.of(context)
                .setAttribute("cloakroomPasskeys", passkeys)
                .createForm("cloakroom-lost-passkeys.ftl");
    }

    /**
     * A passkey as the page names it.
     *
     * @param id what the box stands for
     * @param label what its owner calls it, or empty
     * @param added when it was added
     */
    public record Passkey(String id, String label, Moment added) {

        static Passkey of(CredentialModel credential, Locale locale) {
            long created = Objects.requireNonNullElse(credential.getCreatedDate(), 0L);
            return new Passkey(
                    credential.getId(),
                    Objects.requireNonNullElse(credential.getUserLabel(), ""),
                    Moment.of(Instant.ofEpochMilli(created), locale));
        }
    }
}
