package io.cloakroom.tests.pages;

import io.cloakroom.tests.browser.Form;

/** "Check your mail" of a step whose mails hold a link and no code. */
public record LinkSentPage(Screen screen) {

    private static final String FORM = "cloakroom-link-form";

    public LinkSentPage {
        screen.assertShows(FORM);
    }

    public LinkSentPage press(String button) {
        return new LinkSentPage(screen.submit(form().with(button, "on")));
    }

    public Form form() {
        return screen.page().form(FORM);
    }

    public String error() {
        return screen.page().error();
    }
}
