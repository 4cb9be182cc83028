package io.cloakroom.tests;

import io.cloakroom.tests.browser.Browser;
import io.cloakroom.tests.browser.Page;
import io.cloakroom.tests.mail.Mail;
import java.net.URI;

/** The owner of a mailbox, who says that it was not them. */
final class NotMe {

    private NotMe() {}

    /** Where a mail leads whoever did not ask for it. */
    static URI link(Mail mail) {
        return mail.links().get(mail.links().size() - 1);
    }

    /** As the owner does it: in any browser, without signing in. */
    static Page deny(URI link) {
        Browser owner = Browser.create();
        return owner.submit(owner.get(link).form("cloakroom-not-me-form"));
    }
}
