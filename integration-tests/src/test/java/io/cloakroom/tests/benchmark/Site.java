package io.cloakroom.tests.benchmark;

import io.cloakroom.tests.keycloak.BulkMembers;
import io.cloakroom.tests.keycloak.TestRealm;
import io.cloakroom.tests.mail.FaultySmtp;
import io.cloakroom.tests.oidc.DemoApp;
import java.util.concurrent.ThreadLocalRandom;

/** One realm with members from number 0 on, and the mail server that its mails go to. */
record Site(TestRealm realm, FaultySmtp smtp, int members) {

    static final String IDENTIFY_FORM = "cloakroom-identify-form";
    static final String CODE_FORM = "cloakroom-code-form";

    private static final String STOCK_USERNAME_FORM = "kc-form-login";

    /** The page with the address field of ours. */
    Visit atOurs() {
        return Visit.to(DemoApp.of(realm.issuer()));
    }

    /** Posts somebody's address and waits neither for the mail nor for anything else. */
    Visit postAddress(String address) {
        return postAddress(atOurs(), address);
    }

    static Visit postAddress(Visit visit, String address) {
        return visit.submit(visit.form(IDENTIFY_FORM).with("username", address).with("method", "email"));
    }

    /** The time of our answer to an address. The mail is out before anything else is measured. */
    long timeOfAddress() {
        String address = anybody();
        Visit visit = postAddress(address).expect(CODE_FORM);
        smtp.awaitMail(address);
        return visit.nanos();
    }

    /** The time of Keycloak's own answer to a name. */
    long timeOfUsernameForm() {
        Visit visit = Visit.to(DemoApp.called(StockFlows.USERNAME_FORM_APP, realm.issuer()));
        return visit.submit(visit.form(STOCK_USERNAME_FORM).with("username", anybody()))
                .expect(STOCK_USERNAME_FORM)
                .nanos();
    }

    /** Any member's address. */
    String anybody() {
        return BulkMembers.address(ThreadLocalRandom.current().nextInt(members));
    }
}
