package io.cloakroom.tests.pages;

import io.cloakroom.tests.browser.Form;
import java.util.Map;

/** "Create an account": what it is to be. The same page comes back where the rest is asked for after the code. */
public record SignUpPage(Screen screen) {

    private static final String FORM = "cloakroom-sign-up-form";

    public SignUpPage {
        screen.assertShows(FORM);
    }

    /** From the first page of the sign-in. */
    public static SignUpPage from(IdentifyPage page) {
        return new SignUpPage(page.screen().click("#cloakroom-to-sign-up"));
    }

    /** Goes on to the code page, as new and taken addresses alike do. */
    public CodePage continueAs(String address) {
        return new CodePage(submit(address));
    }

    public Screen submit(String address) {
        return submit(Map.of("email", address, "firstName", "Nell", "lastName", "New"));
    }

    public Screen submit(Map<String, String> fields) {
        Form form = form();
        for (Map.Entry<String, String> field : fields.entrySet()) {
            form = form.with(field.getKey(), field.getValue());
        }
        return screen.submit(form);
    }

    /** Stays here, because something was refused. */
    public SignUpPage inVain(Map<String, String> fields) {
        return new SignUpPage(submit(fields));
    }

    public Form form() {
        return screen.page().form(FORM);
    }

    public String error() {
        return screen.page().error();
    }
}
