package io.cloakroom.flow;

import java.util.Map;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.theme.beans.MessageBean;

/**
 * Keycloak's form, safe under parallel requests: of two that show one login's page at once, one may be handed an empty
 * message, on which Keycloak's own template fails with an error 500 (seen in 26.7.3).
 */
public final class StepForm {

    private StepForm() {}

    /** The form for a page of this step. */
    public static LoginFormsProvider of(AuthenticationFlowContext context) {
        return of(context.form());
    }

    /** The same for a form of a required action. */
    public static LoginFormsProvider of(LoginFormsProvider form) {
        return form.setAttributeMapper(StepForm::withoutEmptyMessage);
    }

    private static Map<String, Object> withoutEmptyMessage(Map<String, Object> attributes) {
        if (attributes.get("message") instanceof MessageBean message && message.getSummary() == null) {
            attributes.remove("message");
        }
        return attributes;
    }
}
