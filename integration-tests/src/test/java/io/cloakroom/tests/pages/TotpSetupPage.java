package io.cloakroom.tests.pages;

import io.cloakroom.tests.browser.Form;
import io.cloakroom.tests.phone.AuthenticatorApp;

/** Keycloak's own page to set up an authenticator app. */
public record TotpSetupPage(Screen screen) {

    private static final String FORM = "kc-totp-settings-form";

    public TotpSetupPage {
        screen.assertShows(FORM);
    }

    /** Takes the key into an app, and answers with its first code. */
    public Screen enrol() {
        Form form = screen.page().form(FORM);
        return screen.submit(form.with(
                        "totp",
                        AuthenticatorApp.with(form.values().get("totpSecret")).code())
                .with("userLabel", "Phone"));
    }
}
