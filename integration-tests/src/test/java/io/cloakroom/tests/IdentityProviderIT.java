package io.cloakroom.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloakroom.tests.browser.Browser;
import io.cloakroom.tests.keycloak.Federation;
import io.cloakroom.tests.keycloak.TestRealm;
import io.cloakroom.tests.mail.Inbox;
import io.cloakroom.tests.mail.Mail;
import io.cloakroom.tests.oidc.DemoApp;
import io.cloakroom.tests.pages.CodePage;
import io.cloakroom.tests.pages.IdToken;
import io.cloakroom.tests.pages.IdentifyPage;
import io.cloakroom.tests.pages.Screen;
import io.cloakroom.tests.pages.SignedIn;
import io.cloakroom.tests.phone.SoftPasskey;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.keycloak.admin.client.resource.UserResource;
import org.keycloak.representations.idm.FederatedIdentityRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

/** The first login through an identity provider: role {@code identity-provider}. */
class IdentityProviderIT extends CloakroomIT {

    private final Partner partner = Partner.of(realms, "identity");
    private final TestRealm realm = partner.realm();
    private final DemoApp demo = DemoApp.of(realm.issuer());

    @Test
    void the_code_from_the_mailbox_of_an_account_links_it_and_signs_in() {
        partner.knows("lena");
        UserResource account = realm.user("lena@example.com");

        CodePage page = new CodePage(partner.come(browser, "lena@example.com"));

        assertThat(account.getFederatedIdentity()).isEmpty();
        Mail mail = Inbox.of("lena@example.com").awaitMail();
        assertThat(mail.subject()).contains("link an account");
        SignedIn lena = page.enter(mail.code());
        assertThat(lena.idToken().subject()).isEqualTo(id(account));
        assertThat(lena.idToken().email()).isEqualTo("lena@example.com");
        assertThat(lena.idToken().acr()).isEqualTo("1");
        assertThat(lena.idToken().amr()).containsExactly("email-otp");
        assertThat(account.getFederatedIdentity())
                .extracting(FederatedIdentityRepresentation::getIdentityProvider)
                .containsExactly(Federation.ALIAS);
        assertThat(realm.events().ofType("FEDERATED_IDENTITY_LINK"))
                .singleElement()
                .satisfies(event -> assertThat(event.getUserId()).isEqualTo(id(account)));
    }

    @Test
    void the_next_time_the_provider_is_enough() {
        partner.knows("again");
        UserResource account = realm.user("again@example.com");
        new CodePage(partner.come(browser, "again@example.com"))
                .enter(Inbox.of("again@example.com").lastCode());

        SignedIn again = partner.come(Browser.create(), "again@example.com").signedIn();

        assertThat(again.idToken().subject()).isEqualTo(id(account));
        assertThat(again.idToken().amr()).isEmpty();
        assertThat(realm.events().ofType("FEDERATED_IDENTITY_LINK")).hasSize(1);
    }

    @Test
    void a_provider_that_proves_somebody_anew_brings_no_factor_of_before_along() {
        partner.knows("anew");
        SoftPasskey passkey = SoftPasskey.create();
        String id = id(realm.user(
                "anew@example.com", user -> user.setCredentials(List.of(passkey.enrolledAs("webauthn-passwordless")))));
        new CodePage(partner.come(Browser.create(), "anew@example.com"))
                .enter(Inbox.of("anew@example.com").lastCode());
        IdentifyPage page = browser.open(demo);
        assertThat(page.submitPasskey(passkey.answer(page.screen().page(), id))
                        .signedIn()
                        .idToken()
                        .acr())
                .isEqualTo("2");

        IdToken anew = new IdentifyPage(
                        browser.open(demo.with("prompt", "login").with("kc_idp_hint", Federation.ALIAS)::screen))
                .continueAs("anew@example.com")
                .submit(Inbox.of("anew@example.com").lastCode())
                .signedIn()
                .idToken();

        assertThat(anew.subject()).isEqualTo(id);
        assertThat(anew.amr()).isEmpty();
        assertThat(anew.acr()).isEqualTo("1");
        assertThat(browser.open(demo.with("acr_values", "2")::screen).page().hasLeft())
                .as("level 2 is asked for")
                .isFalse();
    }

    /** What the provider says of an address is not what the mail goes by. Who has but the name is not told the domain. */
    @Test
    void the_mail_goes_to_the_address_that_the_account_has_here() {
        partner.provider().user("elsewhere@example.com", user -> user.setUsername("sam"));
        UserResource account = realm.user("samuel@mailbox.example", user -> user.setUsername("sam"));

        CodePage page = new CodePage(partner.come(browser, "elsewhere@example.com"));

        assertThat(page.screen().page().textOf("#cloakroom-address")).isEqualTo("•••");
        assertThat(page.screen().page().document().outerHtml()).doesNotContain("mailbox.example");
        SignedIn sam = page.enter(Inbox.of("samuel@mailbox.example").lastCode());
        assertThat(sam.idToken().subject()).isEqualTo(id(account));
        assertThat(sam.idToken().email()).isEqualTo("samuel@mailbox.example");
        assertThat(Inbox.of("elsewhere@example.com").count())
                .as("the provider's mail")
                .isOne();
    }

    @Test
    void the_address_is_not_whoever_is_here_to_choose() {
        partner.knows("fixed");
        realm.user("fixed@example.com");

        CodePage page = new CodePage(partner.come(browser, "fixed@example.com"));

        assertThat(page.screen().page().textOf("#cloakroom-address")).isEqualTo("f•••@example.com");
        assertThat(page.screen().page().document().text()).doesNotContain("fixed@example.com");
        assertThat(page.screen().page().document().select("[name=change]")).isEmpty();
        CodePage still = new CodePage(page.screen().submit(page.form().with("change", "on")));
        assertThat(still.enter(Inbox.of("fixed@example.com").lastCode())
                        .idToken()
                        .email())
                .isEqualTo("fixed@example.com");
    }

    @Test
    void a_wrong_code_links_nothing_and_signs_nobody_in() {
        partner.knows("wrong");
        UserResource account = realm.user("wrong@example.com");

        CodePage page = new CodePage(partner.come(browser, "wrong@example.com")).enterWrong("ZZZZ-ZZZZ");

        assertThat(page.error()).contains("not right");
        assertThat(account.getFederatedIdentity()).isEmpty();
        assertThat(account.getUserSessions()).isEmpty();
        assertThat(realm.events().ofType("FEDERATED_IDENTITY_LINK")).isEmpty();
        assertThat(realm.events().ofType("LOGIN")).isEmpty();
        assertThat(realm.events().withDetail("cloakroom_reason", "wrong"))
                .singleElement()
                .satisfies(event ->
                        assertThat(event.getDetails()).containsEntry("cloakroom_purpose", "identity-provider"));
        browser.open(demo);
    }

    @Test
    void where_nobody_has_the_address_an_account_is_made_as_keycloak_does() {
        partner.knows("fresh");

        SignedIn fresh = partner.come(browser, "fresh@example.com").signedIn();

        UserResource account = realm.existing("fresh");
        assertThat(fresh.idToken().subject()).isEqualTo(id(account));
        assertThat(account.toRepresentation().isEmailVerified()).isFalse();
        assertThat(account.getFederatedIdentity())
                .extracting(FederatedIdentityRepresentation::getIdentityProvider)
                .containsExactly(Federation.ALIAS);
        assertThat(realm.events().ofType("REGISTER"))
                .singleElement()
                .satisfies(event -> assertThat(event.getDetails()).containsEntry("register_method", "broker"));
        awaitQuiet();
        assertThat(Inbox.of("fresh@example.com").count())
                .as("the provider's mail")
                .isOne();
    }

    /** Whoever comes through the provider has not shown yet that the account is theirs, and learns nothing of it. */
    @Test
    void a_disabled_account_reads_the_same_gets_no_mail_and_is_not_linked() {
        partner.knows("closed");
        UserResource account = realm.user("closed@example.com", user -> user.setEnabled(false));

        CodePage page = new CodePage(partner.come(browser, "closed@example.com"));

        assertThat(page.screen().page().textOf("#cloakroom-address")).isEqualTo("c•••@example.com");
        assertThat(page.enterWrong("ZZZZ-ZZZZ").error()).contains("not right");
        awaitQuiet();
        assertThat(Inbox.of("closed@example.com").count())
                .as("the provider's mail")
                .isOne();
        assertThat(account.getFederatedIdentity()).isEmpty();
    }

    @Test
    void an_account_that_is_disabled_after_the_mail_is_not_linked_by_the_right_code() {
        partner.knows("closing");
        UserResource account = realm.user("closing@example.com");
        CodePage page = new CodePage(partner.come(browser, "closing@example.com"));
        String right = Inbox.of("closing@example.com").lastCode();
        UserRepresentation user = account.toRepresentation();
        user.setEnabled(false);
        account.update(user);

        Screen screen = page.submit(right);

        assertThat(screen.page().hasLeft()).isFalse();
        assertThat(screen.page().error()).contains("disabled");
        assertThat(realm.events().all())
                .anySatisfy(event -> assertThat(event.getError()).isEqualTo("user_disabled"));
        assertThat(account.getFederatedIdentity()).isEmpty();
        assertThat(realm.events().ofType("FEDERATED_IDENTITY_LINK")).isEmpty();
    }

    @Test
    void the_code_links_and_does_nothing_else() {
        partner.knows("either");
        UserResource account = realm.user("either@example.com");
        Inbox inbox = Inbox.of("either@example.com");
        CodePage linking = new CodePage(partner.come(browser, "either@example.com"));
        String toLink = inbox.lastCode();
        CodePage signingIn = browser.open(demo).continueAs("either@example.com");
        String toSignIn = inbox.lastCode();

        assertThat(signingIn.enterWrong(toLink).error()).contains("not right");
        CodePage afterWrong = linking.enterWrong(toSignIn);
        assertThat(afterWrong.error()).contains("not right");

        assertThat(afterWrong.enter(toLink).idToken().subject()).isEqualTo(id(account));
    }

    /** One more mail of the realm went through, so those before it have been decided on. */
    private void awaitQuiet() {
        realm.user("marker@example.com");
        Browser.create().open(demo).continueAs("marker@example.com");
        Inbox.of("marker@example.com").awaitMail();
    }

    private static String id(UserResource account) {
        return account.toRepresentation().getId();
    }
}
