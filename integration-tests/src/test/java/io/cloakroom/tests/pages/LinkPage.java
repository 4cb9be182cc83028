package io.cloakroom.tests.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloakroom.tests.browser.Browser;
import io.cloakroom.tests.browser.Form;
import java.net.URI;

/** The page behind a sign-in link: it asks before it signs anybody in. */
public record LinkPage(Screen screen) {

    private static final String FORM = "cloakroom-link-form";

    public LinkPage {
        screen.assertShows(FORM);
        assertThat(screen.page().document().selectFirst("[name=confirm]"))
                .as("a button to confirm on %s", screen.page())
                .isNotNull();
    }

    /** Opens the link in a browser that did not ask for it: the app expects nothing back. */
    public static LinkPage elsewhere(Browser browser, URI link) {
        return new LinkPage(screen(browser, link));
    }

    /** Whatever the link shows in that browser. */
    public static Screen screen(Browser browser, URI link) {
        return new Screen(browser, browser.get(link), callback -> {
            throw new AssertionError("The app expects nobody: " + callback);
        });
    }

    /** Opens the link in the browser that waits for it. */
    public static LinkPage here(CodePage waiting, URI link) {
        return new LinkPage(waiting.screen().with(waiting.screen().browser().get(link)));
    }

    public SignedIn confirm() {
        return submit().signedIn();
    }

    public Screen submit() {
        return screen.submit(form());
    }

    /** The form as it is posted by its one button. */
    public Form form() {
        return screen.page().form(FORM).with("confirm", "on");
    }

    public String text() {
        return screen.page().document().text();
    }
}
