package io.cloakroom.tests.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloakroom.tests.browser.Browser;
import io.cloakroom.tests.browser.Form;
import io.cloakroom.tests.browser.Page;
import java.net.URI;
import org.jsoup.nodes.Element;

/** What somebody has in front of them on the way to an app, whichever page it is. */
public record Screen(Browser browser, Page page, Redeemer app) {

    public Screen submit(Form form) {
        return new Screen(browser, browser.submit(form), app);
    }

    /** Follows a link of the page. */
    public Screen click(String selector) {
        Element link = page.document().selectFirst(selector);
        assertThat(link).as("a link %s on %s", selector, page).isNotNull();
        return with(browser.get(URI.create(link.absUrl("href"))));
    }

    /** The same person, who now has this page in front of them. */
    public Screen with(Page other) {
        return new Screen(browser, other, app);
    }

    /** The app got an answer, and it is worth tokens. */
    public SignedIn signedIn() {
        return app.redeem(page.leftTo());
    }

    void assertShows(String formId) {
        assertThat(page.hasForm(formId)).as("form %s is on %s", formId, page).isTrue();
    }
}
