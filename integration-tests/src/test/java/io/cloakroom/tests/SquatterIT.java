package io.cloakroom.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloakroom.tests.browser.Browser;
import io.cloakroom.tests.keycloak.Credentials;
import io.cloakroom.tests.keycloak.StepSettings;
import io.cloakroom.tests.keycloak.TestRealm;
import io.cloakroom.tests.mail.Inbox;
import io.cloakroom.tests.oidc.DemoApp;
import io.cloakroom.tests.pages.SignedIn;
import io.cloakroom.tests.pages.TotpPage;
import io.cloakroom.tests.phone.AuthenticatorApp;
import io.cloakroom.tests.phone.SoftPasskey;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.EventRepresentation;
import org.keycloak.representations.idm.FederatedIdentityRepresentation;
import org.keycloak.representations.idm.IdentityProviderRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;

/** Promise 12: what somebody has left in an account whose address they never proved does not survive the owner's proof. */
class SquatterIT extends CloakroomIT {

    private static final String PASSWORD = "the squatter's own";

    private final TestRealm realm = realms.once("squatter", SquatterIT::withProvider);
    private final DemoApp demo = DemoApp.withPassword(realm.issuer());

    @Test
    void the_owner_gets_the_account_without_what_the_squatter_left_in_it() {
        squat(realm, "victim@example.com");
        Browser squatter = Browser.create();
        SignedIn before = new TotpPage(squatter.open(demo).submit("victim@example.com", PASSWORD))
                .enter(AuthenticatorApp.with(Credentials.TOTP_SECRET).code());
        assertThat(before).isNotNull();

        SignedIn owner = browser.open(demo)
                .continueAs("victim@example.com")
                .enter(Inbox.of("victim@example.com").lastCode());

        assertThat(owner.idToken().email()).isEqualTo("victim@example.com");
        assertThat(owner.idToken().acr()).isEqualTo("1");
        assertThat(realm.existing("victim@example.com").credentials()).isEmpty();
        assertThat(realm.existing("victim@example.com").getFederatedIdentity()).isEmpty();
        assertThat(realm.existing("victim@example.com").getUserSessions()).hasSize(1);
        assertThat(squatter.open(demo::screen).page().hasForm("cloakroom-identify-form"))
                .as("the squatter's session is over")
                .isTrue();
        assertThat(realm.events().withDetail("cloakroom_reason", "unverified"))
                .extracting(EventRepresentation::getType)
                .contains("REMOVE_CREDENTIAL", "REMOVE_FEDERATED_IDENTITY", "LOGOUT");
        Browser again = Browser.create();
        assertThat(again.open(demo).inVain("victim@example.com", PASSWORD).error())
                .isNotEmpty();
    }

    @Test
    void a_proved_account_loses_nothing() {
        realm.user(
                "owner@example.com",
                user -> user.setCredentials(List.of(Credentials.password(PASSWORD), Credentials.totp())));

        new TotpPage(browser.open(demo)
                        .continueAs("owner@example.com")
                        .submit(Inbox.of("owner@example.com").lastCode()))
                .enter(AuthenticatorApp.with(Credentials.TOTP_SECRET).code());

        assertThat(realm.existing("owner@example.com").credentials()).hasSize(2);
    }

    @Test
    void a_wrong_code_proves_nothing_and_clears_nothing() {
        squat(realm, "guessed@example.com");

        browser.open(demo).continueAs("guessed@example.com").enterWrong("ZZZZ-ZZZZ");

        assertThat(realm.existing("guessed@example.com").credentials()).hasSize(3);
        assertThat(realm.existing("guessed@example.com").toRepresentation().isEmailVerified())
                .isFalse();
    }

    @Test
    void where_the_realm_keeps_them_nothing_goes() {
        TestRealm keeping = realms.copy("squatter-kept", representation -> {
            withProvider(representation);
            StepSettings.of(representation, "cloakroom-email-otp").set("unverifiedAccount", "keep");
        });
        squat(keeping, "kept@example.com");

        new TotpPage(browser.open(DemoApp.of(keeping.issuer()))
                        .continueAs("kept@example.com")
                        .submit(Inbox.of("kept@example.com").lastCode()))
                .enter(AuthenticatorApp.with(Credentials.TOTP_SECRET).code());

        assertThat(keeping.existing("kept@example.com").credentials()).hasSize(3);
        assertThat(keeping.existing("kept@example.com").getFederatedIdentity()).hasSize(1);
    }

    private static void squat(TestRealm realm, String address) {
        var user = realm.user(address, squatted -> {
            squatted.setEmailVerified(false);
            squatted.setCredentials(List.of(
                    Credentials.password(PASSWORD),
                    Credentials.totp(),
                    SoftPasskey.create().enrolledAs("webauthn-passwordless")));
        });
        FederatedIdentityRepresentation link = new FederatedIdentityRepresentation();
        link.setIdentityProvider("elsewhere");
        link.setUserId("42");
        link.setUserName("squatter");
        user.addFederatedIdentity("elsewhere", link).close();
    }

    private static void withProvider(RealmRepresentation realm) {
        IdentityProviderRepresentation provider = new IdentityProviderRepresentation();
        provider.setAlias("elsewhere");
        provider.setProviderId("oidc");
        provider.setEnabled(true);
        provider.setConfig(Map.of(
                "clientId", "broker",
                "clientSecret", "secret",
                "authorizationUrl", "http://localhost/auth",
                "tokenUrl", "http://localhost/token"));
        realm.setIdentityProviders(List.of(provider));
    }
}
