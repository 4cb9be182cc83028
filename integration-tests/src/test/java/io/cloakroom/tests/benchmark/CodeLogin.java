package io.cloakroom.tests.benchmark;

import io.cloakroom.tests.browser.Form;
import java.net.URI;

/** A whole login by emailed code and what a person waits for in it, in nanoseconds. */
record CodeLogin(long address, long code) {

    static CodeLogin of(Site site, String address) {
        return of(site, address, site.realm().issuer());
    }

    /** The same with the posts going to another server than the page came from. */
    static CodeLogin of(Site site, String address, URI server) {
        Visit visit = site.atOurs();
        Form identify = visit.form(Site.IDENTIFY_FORM);
        visit.submit(identify.with("username", address).with("method", "email").at(server));
        long first = visit.nanos();
        String code = site.smtp().awaitMail(address).code();
        visit.submit(visit.form(Site.CODE_FORM).with("code", code).at(server)).expectSignedIn();
        return new CodeLogin(first, visit.nanos());
    }
}
