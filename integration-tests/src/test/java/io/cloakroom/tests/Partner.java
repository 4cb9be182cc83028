package io.cloakroom.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloakroom.tests.browser.Browser;
import io.cloakroom.tests.browser.Form;
import io.cloakroom.tests.browser.Page;
import io.cloakroom.tests.keycloak.Federation;
import io.cloakroom.tests.keycloak.Realms;
import io.cloakroom.tests.keycloak.TestRealm;
import io.cloakroom.tests.mail.Inbox;
import io.cloakroom.tests.oidc.DemoApp;
import io.cloakroom.tests.pages.IdentifyPage;
import io.cloakroom.tests.pages.Screen;
import java.util.function.Consumer;
import org.jsoup.nodes.FormElement;
import org.keycloak.representations.idm.RealmRepresentation;

/**
 * A realm that trusts another as its identity provider.
 *
 * @param provider the one that is trusted
 * @param realm the one that trusts
 */
record Partner(TestRealm provider, TestRealm realm) {

    static Partner of(Realms realms, String name) {
        return of(realms, name, representation -> {});
    }

    /** The same with more to the realm that trusts. */
    static Partner of(Realms realms, String name, Consumer<RealmRepresentation> tweak) {
        String trusting = name + "-trusting";
        TestRealm provider = realms.once(name + "-provider", representation -> {
            representation.setRegistrationEmailAsUsername(false);
            Federation.serve(representation, realms.issuer(trusting));
        });
        TestRealm realm = realms.once(trusting, representation -> {
            representation.setRegistrationEmailAsUsername(false);
            Federation.trust(representation, provider.issuer());
            tweak.accept(representation);
        });
        return new Partner(provider, realm);
    }

    /** A member of the provider; Keycloak's events hold what they are called there, which is better no address. */
    void knows(String name) {
        provider.user(name + "@example.com", user -> user.setUsername(name));
    }

    /** Keycloak's page to link a provider has a form without a name. */
    static Form formToLink(Page page) {
        FormElement form = (FormElement) page.document().selectFirst("form[method=POST]:not([id])");
        assertThat(form).as("the form of %s", page).isNotNull();
        form.attr("id", "link");
        return page.form("link");
    }

    /** Signs in at the provider with the code that it mails, and comes back to whatever the realm shows next. */
    Screen come(Browser browser, String address) {
        Screen screen = browser.open(DemoApp.of(realm.issuer()).with("kc_idp_hint", Federation.ALIAS)::screen);
        return new IdentifyPage(screen)
                .continueAs(address)
                .submit(Inbox.of(address).lastCode());
    }
}
