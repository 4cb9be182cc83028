package io.cloakroom.passkey;

import io.cloakroom.flow.BrowserName;
import io.cloakroom.flow.StrongFactors;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.credential.CredentialModel;

/** What a new passkey is called until its owner calls it something else: by the browser that makes it. */
final class Label {

    /** Keycloak's own name, for a browser that does not say what it is. */
    private static final String UNKNOWN = "webauthn-registration-init-label";

    private Label() {}

    static String of(RequiredActionContext context) {
        String browser = BrowserName.of(context.getSession());
        Set<String> taken = context.getUser()
                .credentialManager()
                .getStoredCredentialsByTypeStream(StrongFactors.PASSKEY)
                .map(CredentialModel::getUserLabel)
                .filter(Objects::nonNull)
                .map(Label::compared)
                .collect(Collectors.toSet());
        return free(browser.isEmpty() ? context.form().getMessage(UNKNOWN) : browser, taken);
    }

    /** That name, or with a number behind it: Keycloak takes no two passkeys of one name, whatever their case. */
    static String free(String name, Set<String> taken) {
        return Stream.iterate(1, number -> number + 1)
                .map(number -> number == 1 ? name : name + " " + number)
                .filter(label -> !taken.contains(compared(label)))
                .findFirst()
                .orElse(name);
    }

    private static String compared(String label) {
        return label.toLowerCase(Locale.ROOT);
    }
}
