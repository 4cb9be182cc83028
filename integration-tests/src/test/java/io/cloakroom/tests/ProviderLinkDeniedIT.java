package io.cloakroom.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloakroom.tests.browser.Browser;
import io.cloakroom.tests.browser.Page;
import io.cloakroom.tests.keycloak.Federation;
import io.cloakroom.tests.keycloak.TestRealm;
import io.cloakroom.tests.mail.Inbox;
import io.cloakroom.tests.mail.Mail;
import io.cloakroom.tests.oidc.DemoApp;
import io.cloakroom.tests.pages.CodePage;
import io.cloakroom.tests.pages.IdentifyPage;
import io.cloakroom.tests.pages.Screen;
import io.cloakroom.tests.pages.TotpSetupPage;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.keycloak.admin.client.resource.UserResource;
import org.keycloak.representations.idm.UserRepresentation;

/** "This was not me" about a mail that has linked an account to an identity provider. */
class ProviderLinkDeniedIT extends CloakroomIT {

    private final Partner partner = Partner.of(realms, "link-denied");
    private final TestRealm realm = partner.realm();

    /** A code that was passed on links the account of somebody else to a member of the provider. */
    @Test
    void this_was_not_me_undoes_the_link_and_ends_whoever_came_in_by_it() {
        partner.knows("thief");
        UserResource account = realm.user("robbed@example.com", user -> user.setUsername("thief"));
        CodePage page = new CodePage(partner.come(browser, "thief@example.com"));
        Mail mail = Inbox.of("robbed@example.com").awaitMail();
        page.enter(mail.code());
        partner.come(Browser.create(), "thief@example.com").signedIn();
        assertThat(account.getUserSessions()).hasSize(2);

        denied(mail);

        assertThat(account.getFederatedIdentity()).isEmpty();
        assertThat(account.getUserSessions()).isEmpty();
        assertThat(realm.events().ofType("REMOVE_FEDERATED_IDENTITY"))
                .singleElement()
                .satisfies(event -> assertThat(event.getUserId())
                        .isEqualTo(account.toRepresentation().getId()));
    }

    @Test
    void so_does_a_link_that_was_added_later_in_a_session_that_came_of_a_code_with_what_was_added_by_it() {
        partner.knows("adder");
        UserResource account = realm.user("added@example.com");
        DemoApp demo = DemoApp.of(realm.issuer());
        CodePage page = browser.open(demo).continueAs("added@example.com");
        Mail mail = Inbox.of("added@example.com").awaitMail();
        page.enter(mail.code());
        Screen confirm = browser.open(demo.with("kc_action", "idp_link:" + Federation.ALIAS)::screen);
        new IdentifyPage(confirm.submit(Partner.formToLink(confirm.page())))
                .continueAs("adder@example.com")
                .submit(Inbox.of("adder@example.com").lastCode());
        assertThat(account.getFederatedIdentity()).hasSize(1);
        UserRepresentation user = account.toRepresentation();
        user.setRequiredActions(List.of("CONFIGURE_TOTP"));
        account.update(user);
        new TotpSetupPage(partner.come(Browser.create(), "adder@example.com")).enrol();
        assertThat(account.credentials()).hasSize(1);

        Page done = NotMe.deny(NotMe.link(mail));

        assertThat(done.textOf("#cloakroom-denied")).contains("nothing else to do");
        assertThat(account.getFederatedIdentity()).isEmpty();
        assertThat(account.credentials()).isEmpty();
        assertThat(account.getUserSessions()).isEmpty();
    }

    /** Which mail a link came of is kept at the account, where administrators may write, too. */
    @Test
    void an_administrator_who_edits_the_account_takes_nothing_from_this_was_not_me() {
        Mail mail = linked("edited");
        UserResource account = realm.existing("edited@example.com");
        UserRepresentation user = account.toRepresentation();
        user.setFirstName("Edited");
        account.update(user);

        assertThat(denied(mail).status()).isEqualTo(200);

        assertThat(account.getFederatedIdentity()).isEmpty();
    }

    @Test
    void what_somebody_has_garbled_there_does_not_keep_a_link_from_going() {
        Mail mail = linked("garbled");
        UserResource account = realm.existing("garbled@example.com");
        realm.whileAdministratorsMayWriteAnyAttribute(() -> {
            UserRepresentation user = account.toRepresentation();
            user.getAttributes()
                    .computeIfPresent(
                            "cloakroomProviderLinks",
                            (name, links) -> Stream.concat(
                                            Stream.of("no link", "null", "{}", "[1,2]", "[null,null,null]"),
                                            links.stream())
                                    .toList());
            account.update(user);
        });

        assertThat(denied(mail).status()).isEqualTo(200);

        assertThat(account.getFederatedIdentity()).isEmpty();
    }

    /** The mail by which that member of the provider has linked the account with the same address. */
    private Mail linked(String name) {
        String address = name + "@example.com";
        partner.knows(name);
        UserResource account = realm.user(address);
        CodePage page = new CodePage(partner.come(browser, address));
        Mail mail = Inbox.of(address).awaitMail();
        page.enter(mail.code());
        assertThat(account.getFederatedIdentity()).hasSize(1);
        return mail;
    }

    private static Page denied(Mail mail) {
        Browser owner = Browser.create();
        return owner.submit(owner.get(mail.link()).form("cloakroom-not-me-form"));
    }
}
