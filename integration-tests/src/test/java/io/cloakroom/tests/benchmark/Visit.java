package io.cloakroom.tests.benchmark;

import io.cloakroom.tests.browser.Browser;
import io.cloakroom.tests.browser.Exchange;
import io.cloakroom.tests.browser.Form;
import io.cloakroom.tests.browser.Page;
import io.cloakroom.tests.oidc.DemoApp;
import java.net.URI;
import java.util.List;

/** A browser on its way into an app, with a watch: how long it waited for the last thing it did, redirects and all. */
final class Visit {

    private final Browser browser;
    private Page page;
    private long nanos;

    private Visit(Browser browser, Page page) {
        this.browser = browser;
        this.page = page;
        this.nanos = page.exchange().took().toNanos();
    }

    static Visit to(DemoApp app) {
        return to(app, Browser.create());
    }

    static Visit to(DemoApp app, Browser browser) {
        return new Visit(browser, browser.get(app.login().uri()));
    }

    Form form(String id) {
        return page.form(id);
    }

    Visit submit(Form form) {
        return wait(browser.exchanges().size(), browser.submit(form));
    }

    Visit open(URI link) {
        return wait(browser.exchanges().size(), browser.get(link));
    }

    /** How long the last step took, in nanoseconds. */
    long nanos() {
        return nanos;
    }

    /** Goes on only if the page has the form. */
    Visit expect(String form) {
        page.form(form);
        return this;
    }

    Visit expectStatus(int status) {
        if (page.status() != status) {
            throw new IllegalStateException("Not " + status + " but " + page);
        }
        return this;
    }

    /** Ends well only if the app got a code that is worth tokens. */
    void expectSignedIn() {
        String answer = String.valueOf(page.leftTo().getRawQuery());
        if (!answer.matches("(.*&)?code=.*")) {
            throw new IllegalStateException("The app got no code but " + answer);
        }
    }

    private Visit wait(int before, Page reached) {
        List<Exchange> all = browser.exchanges();
        nanos = all.subList(before, all.size()).stream()
                .mapToLong(exchange -> exchange.took().toNanos())
                .sum();
        page = reached;
        return this;
    }
}
