package io.cloakroom.tests;

import io.cloakroom.tests.browser.Browser;
import io.cloakroom.tests.browser.Page;
import io.cloakroom.tests.mail.Mail;
import java.net.URI;

/** What Keycloak itself mails, read by somebody who does whatever it asks for. */
final class KeycloakMail {

    private KeycloakMail() {}

    /**
     * Follows its links, each in a browser of its own, and the one that Keycloak may ask to press then; not the one to the
     * app.
     */
    static void follow(Mail mail) {
        mail.links().forEach(KeycloakMail::open);
    }

    private static void open(URI link) {
        Browser elsewhere = Browser.create();
        Page page = elsewhere.get(link);
        page.document().select("#kc-info-message a[href*=action-token]").stream()
                .map(proceed -> URI.create(proceed.absUrl("href")))
                .forEach(elsewhere::get);
    }
}
