package io.cloakroom.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloakroom.tests.browser.Browser;
import io.cloakroom.tests.keycloak.TestRealm;
import io.cloakroom.tests.mail.Inbox;
import io.cloakroom.tests.oidc.DemoApp;
import io.cloakroom.tests.pages.IdentifyPage;
import io.cloakroom.tests.pages.Screen;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.RequiredActionProviderRepresentation;

/** The offer of a passkey whose setting cannot be used. Keycloak checks it on its own page, and nowhere else. */
class PasskeyOfferSettingIT extends CloakroomIT {

    private static final String OFFER = "cloakroom-passkey-offer";
    private static final String FORM = "cloakroom-passkey-offer-form";

    private final TestRealm realm = realms.copy("passkey-offer-setting");
    private final DemoApp demo = DemoApp.of(realm.issuer());

    @Test
    void not_now_goes_on_where_it_broke_meanwhile_and_nothing_is_offered_until_it_is_mended() {
        realm.user("broken@example.com");
        Screen offer = signIn("broken@example.com");
        setSnooze("soon");

        assertThat(offer.submit(offer.page().form(FORM).with("later", "on")).signedIn())
                .isNotNull();

        assertThat(signIn("broken@example.com").signedIn()).isNotNull();
        setSnooze("60");
        assertThat(signIn("broken@example.com").page().hasForm(FORM)).isTrue();
    }

    @Test
    void it_holds_nobody_up_to_whom_an_administrator_has_assigned_it() {
        setSnooze("soon");
        realm.user("assigned@example.com", user -> user.setRequiredActions(List.of(OFFER)));

        assertThat(signIn("assigned@example.com").signedIn()).isNotNull();
    }

    private void setSnooze(String value) {
        RequiredActionProviderRepresentation action = realm.admin().flows().getRequiredAction(OFFER);
        action.setConfig(Map.of("snooze", value));
        realm.admin().flows().updateRequiredAction(OFFER, action);
    }

    private Screen signIn(String address) {
        IdentifyPage page = Browser.create().open(demo);
        Screen code = page.screen()
                .submit(page.form()
                        .with("username", address)
                        .with("method", "email")
                        .with("passkeys", "yes"));
        return code.submit(code.page()
                .form("cloakroom-code-form")
                .with("code", Inbox.of(address).lastCode()));
    }
}
