package io.cloakroom.tests;

import io.cloakroom.tests.browser.Browser;
import io.cloakroom.tests.browser.Form;
import io.cloakroom.tests.browser.Page;
import io.cloakroom.tests.oidc.DemoApp;
import io.cloakroom.tests.pages.IdentifyPage;
import io.cloakroom.tests.pages.RecoveryPage;
import io.cloakroom.tests.pages.SignUpPage;
import java.net.URI;

/** The ways to a code: what the first page is, and how an address is posted from it. */
enum Way {
    SIGN_IN("10.99.99.99") {
        @Override
        Page open(Browser browser, URI issuer) {
            return browser.open(DemoApp.of(issuer)).screen().page();
        }

        @Override
        Form claim(Page page, String address) {
            return page.form("cloakroom-identify-form")
                    .with("username", address)
                    .with("method", "email");
        }
    },
    SIGN_IN_BESIDE_A_PASSWORD("10.99.99.98") {
        @Override
        Page open(Browser browser, URI issuer) {
            return browser.open(DemoApp.withPassword(issuer)).screen().page();
        }

        @Override
        Form claim(Page page, String address) {
            return SIGN_IN.claim(page, address);
        }
    },
    SIGN_UP("10.99.99.97") {
        @Override
        Page open(Browser browser, URI issuer) {
            IdentifyPage first = browser.open(DemoApp.of(issuer));
            return SignUpPage.from(first).screen().page();
        }

        @Override
        Form claim(Page page, String address) {
            return page.form("cloakroom-sign-up-form")
                    .with("email", address)
                    .with("firstName", "Nell")
                    .with("lastName", "New");
        }
    },
    RECOVERY("10.99.99.96") {
        @Override
        Page open(Browser browser, URI issuer) {
            IdentifyPage first = browser.open(DemoApp.of(issuer));
            return RecoveryPage.from(first).screen().page();
        }

        @Override
        Form claim(Page page, String address) {
            return page.form("cloakroom-recovery-form").with("username", address);
        }
    };

    private final String network;

    Way(String network) {
        this.network = network;
    }

    /** The first page of the way, in that browser. */
    abstract Page open(Browser browser, URI issuer);

    /** What is posted from it. */
    abstract Form claim(Page page, String address);

    /** Each way from a network of its own, so that none uses up another's budgets. */
    String network() {
        return network;
    }
}
