package io.cloakroom.tests.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloakroom.tests.browser.Form;
import org.jsoup.nodes.Document;

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

    /** The same page once more, as it comes in another tab, too. */
    public CodePage reload() {
        return new CodePage(screen.with(screen.browser().get(form().page())));
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

    /** Whether it says how long the code works; if not, the main thing to do is to ask for another one. */
    public boolean isWaiting() {
        Document page = screen.page().document();
        boolean isWaiting = !page.select(".cloakroom-clock").isEmpty();
        String main = isWaiting ? "#cloakroom-verify" : "#cloakroom-resend";
        assertThat(page.select(".pf-m-primary")).as("main action").hasSize(1).allMatch(button -> button.is(main));
        return isWaiting;
    }

    public String error() {
        return screen.page().error();
    }
}
