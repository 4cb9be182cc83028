package io.cloakroom.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloakroom.tests.keycloak.Credentials;
import io.cloakroom.tests.keycloak.Federation;
import io.cloakroom.tests.keycloak.TestRealm;
import io.cloakroom.tests.mail.Inbox;
import io.cloakroom.tests.oidc.DemoApp;
import io.cloakroom.tests.pages.CodePage;
import io.cloakroom.tests.pages.IdentifyPage;
import io.cloakroom.tests.pages.Screen;
import io.cloakroom.tests.pages.TotpPage;
import io.cloakroom.tests.phone.AuthenticatorApp;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A mailbox alone links no identity provider to an account that has a second factor: the provider would stand for both. */
class ProviderSecondFactorIT extends CloakroomIT {

    private static final String TINA = "tina@example.com";

    @Test
    void where_the_flow_does_not_ask_for_it_the_account_is_not_linked() {
        TestRealm realm = trusting("provider-without", false);

        Screen refused = come(realm).submit(Inbox.of(TINA).lastCode());

        assertThat(refused.page().hasLeft()).isFalse();
        assertThat(refused.page().status()).isEqualTo(400);
        assertThat(realm.existing(TINA).getFederatedIdentity()).isEmpty();
        assertThat(realm.existing(TINA).getUserSessions()).isEmpty();
    }

    @Test
    void where_the_flow_asks_for_it_the_account_is_linked() {
        TestRealm realm = trusting("provider-with", true);

        TotpPage totp = come(realm).enterThenTotp(Inbox.of(TINA).lastCode());
        assertThat(realm.existing(TINA).getFederatedIdentity()).isEmpty();
        var tina = totp.enter(AuthenticatorApp.with(Credentials.TOTP_SECRET).code());

        assertThat(tina.idToken().email()).isEqualTo(TINA);
        assertThat(realm.existing(TINA).getFederatedIdentity()).hasSize(1);
    }

    /** Signs in at the provider, and comes back to the page that asks for the code of the account here. */
    private CodePage come(TestRealm realm) {
        Screen atProvider = browser.open(DemoApp.of(realm.issuer()).with("kc_idp_hint", Federation.ALIAS)::screen);
        return new CodePage(new IdentifyPage(atProvider)
                .continueAs(TINA)
                .submit(Inbox.of(TINA).lastCode()));
    }

    private TestRealm trusting(String name, boolean asks) {
        TestRealm provider = realms.copy(
                name + "-provider", representation -> Federation.serve(representation, keycloak.issuer(name)));
        provider.user(TINA, user -> user.setUsername("tina"));
        TestRealm realm = realms.copy(name, representation -> {
            Federation.trust(representation, provider.issuer());
            if (asks) {
                Federation.askForSecondFactor(representation);
            }
        });
        realm.user(TINA, user -> user.setCredentials(List.of(Credentials.totp())));
        return realm;
    }
}
