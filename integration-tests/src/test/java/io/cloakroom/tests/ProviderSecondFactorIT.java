package io.cloakroom.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloakroom.tests.keycloak.Credentials;
import io.cloakroom.tests.keycloak.Federation;
import io.cloakroom.tests.mail.Inbox;
import io.cloakroom.tests.pages.CodePage;
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
        Partner partner = Partner.of(realms, "factor-unasked");

        Screen refused = come(partner).submit(Inbox.of(TINA).lastCode());

        assertThat(refused.page().hasLeft()).isFalse();
        assertThat(refused.page().status()).isEqualTo(400);
        assertThat(partner.realm().existing(TINA).getFederatedIdentity()).isEmpty();
        assertThat(partner.realm().existing(TINA).getUserSessions()).isEmpty();
    }

    @Test
    void where_the_flow_asks_for_it_the_account_is_linked() {
        Partner partner = Partner.of(realms, "factor-asked", Federation::askForSecondFactor);

        TotpPage totp = come(partner).enterThenTotp(Inbox.of(TINA).lastCode());
        assertThat(partner.realm().existing(TINA).getFederatedIdentity()).isEmpty();
        var tina = totp.enter(AuthenticatorApp.with(Credentials.TOTP_SECRET).code());

        assertThat(tina.idToken().email()).isEqualTo(TINA);
        assertThat(partner.realm().existing(TINA).getFederatedIdentity()).hasSize(1);
    }

    /** Comes back from the provider to the page that asks for the code of the account here. */
    private CodePage come(Partner partner) {
        partner.knows("tina");
        partner.realm().user(TINA, user -> user.setCredentials(List.of(Credentials.totp())));
        return new CodePage(partner.come(browser, TINA));
    }
}
