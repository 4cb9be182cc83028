package io.cloakroom.tests.pages;

import io.cloakroom.tests.browser.Form;

/** "Can't sign in?": one field, and everybody gets the same answer. */
public record RecoveryPage(Screen screen) {

    private static final String FORM = "cloakroom-recovery-form";

    public RecoveryPage {
        screen.assertShows(FORM);
    }

    /** From the first page of the sign-in. */
    public static RecoveryPage from(IdentifyPage page) {
        return new RecoveryPage(page.screen().click("#cloakroom-to-recovery"));
    }

    public CodePage continueAs(String address) {
        return new CodePage(submit(address));
    }

    public Screen submit(String address) {
        return screen.submit(form().with("username", address));
    }

    public Form form() {
        return screen.page().form(FORM);
    }

    public String error() {
        return screen.page().error();
    }
}
