package io.cloakroom.tests.pages;

import io.cloakroom.tests.browser.Form;

/** "Who are you?": one field, and everybody gets the same answer. */
public record IdentifyPage(Screen screen) {

    private static final String FORM = "cloakroom-identify-form";

    public IdentifyPage {
        screen.assertShows(FORM);
    }

    /** Goes on to the code page, as known and unknown addresses alike do. */
    public CodePage continueAs(String address) {
        return new CodePage(submit(address));
    }

    /** Stays here, because the address was refused. */
    public IdentifyPage continueInVain(String address) {
        return new IdentifyPage(submit(address));
    }

    public Screen submit(String address) {
        return screen.submit(form().with("username", address).with("method", "email"));
    }

    public Form form() {
        return screen.page().form(FORM);
    }

    public String error() {
        return screen.page().error();
    }
}
