package io.cloakroom.tests.pages;

import io.cloakroom.tests.browser.Form;

/** Keycloak's own page for the code of an authenticator app. */
public record TotpPage(Screen screen) {

    private static final String FORM = "kc-otp-login-form";

    public TotpPage {
        screen.assertShows(FORM);
    }

    public SignedIn enter(String otp) {
        return submit(otp).signedIn();
    }

    public TotpPage enterWrong(String otp) {
        return new TotpPage(submit(otp));
    }

    public Screen submit(String otp) {
        return screen.submit(form().with("otp", otp));
    }

    public Form form() {
        return screen.page().form(FORM);
    }

    public String error() {
        return screen.page().error();
    }
}
