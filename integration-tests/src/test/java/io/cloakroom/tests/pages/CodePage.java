package io.cloakroom.tests.pages;

import io.cloakroom.tests.browser.Form;

/** "Check your mail": the code goes in here. */
public record CodePage(Screen screen) {

    private static final String FORM = "cloakroom-code-form";

    public CodePage {
        screen.assertShows(FORM);
    }

    public SignedIn enter(String code) {
        return submit(code).signedIn();
    }

    /** The same, for somebody who has an authenticator app. */
    public TotpPage enterThenTotp(String code) {
        return new TotpPage(submit(code));
    }

    public CodePage enterWrong(String code) {
        return new CodePage(submit(code));
    }

    public CodePage resend() {
        return new CodePage(screen.submit(form().with("resend", "on")));
    }

    public IdentifyPage change() {
        return new IdentifyPage(screen.submit(form().with("change", "on")));
    }

    public Screen submit(String code) {
        return screen.submit(form().with("code", code));
    }

    public Form form() {
        return screen.page().form(FORM);
    }

    public String error() {
        return screen.page().error();
    }
}
