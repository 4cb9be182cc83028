package io.cloakroom.tests.pages;

import io.cloakroom.tests.browser.Form;
import java.util.Map;

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

    /** The other button of a page that takes passwords. */
    public Screen submit(String address, String password) {
        return screen.submit(
                form().with("username", address).with("password", password).with("method", "password"));
    }

    /** Stays here, because the password was refused. */
    public IdentifyPage inVain(String address, String password) {
        return new IdentifyPage(submit(address, password));
    }

    /** What a browser posts that has used a passkey. */
    public Screen submitPasskey(Map<String, String> answer) {
        return screen.submit(new Form(form().action(), answer));
    }

    public Form form() {
        return screen.page().form(FORM);
    }

    public String error() {
        return screen.page().error();
    }
}
