package io.cloakroom.tests.benchmark;

import io.cloakroom.tests.oidc.DemoApp;

/** A whole login by the link that Keycloak's own step mails while the person waits: one page, one post, one link. */
final class LinkLogin {

    private static final String FORM = "kc-reset-password-form";

    private LinkLogin() {}

    /** How long the person waited for the answer to their address, in nanoseconds. */
    static long of(Site site, String address) {
        Visit visit = Visit.to(DemoApp.of(site.realm().issuer()));
        visit.submit(visit.form(FORM).with("username", address)).expectStatus(200);
        long waited = visit.nanos();
        visit.open(site.smtp().awaitMail(address).link()).expectSignedIn();
        return waited;
    }
}
