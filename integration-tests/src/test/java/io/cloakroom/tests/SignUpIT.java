package io.cloakroom.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloakroom.tests.browser.Page;
import io.cloakroom.tests.keycloak.TestRealm;
import io.cloakroom.tests.mail.Inbox;
import io.cloakroom.tests.mail.Mail;
import io.cloakroom.tests.oidc.DemoApp;
import io.cloakroom.tests.pages.CodePage;
import io.cloakroom.tests.pages.LinkPage;
import io.cloakroom.tests.pages.SignUpPage;
import io.cloakroom.tests.pages.SignedIn;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.UserRepresentation;
import org.keycloak.representations.userprofile.config.UPAttribute;
import org.keycloak.representations.userprofile.config.UPAttributePermissions;
import org.keycloak.representations.userprofile.config.UPAttributeRequired;
import org.keycloak.representations.userprofile.config.UPConfig;

/** Sign-up: the record comes last. */
class SignUpIT extends CloakroomIT {

    private final TestRealm realm = realms.once("sign-up", representation -> {});
    private final DemoApp demo = DemoApp.of(realm.issuer());

    @Test
    void a_name_an_address_and_a_code_make_an_account_and_sign_in_to_it() {
        CodePage page = SignUpPage.from(browser.open(demo)).continueAs("nell@example.com");
        Mail mail = Inbox.of("nell@example.com").awaitMail();
        assertThat(realm.admin().users().searchByUsername("nell@example.com", true))
                .isEmpty();

        SignedIn nell = page.enter(mail.code());

        assertThat(mail.subject()).contains("new account");
        assertThat(nell.idToken().email()).isEqualTo("nell@example.com");
        assertThat(nell.idToken().acr()).isEqualTo("1");
        assertThat(nell.idToken().amr()).containsExactly("email-otp");
        UserRepresentation user = realm.existing("nell@example.com").toRepresentation();
        assertThat(user.isEmailVerified()).isTrue();
        assertThat(user.getFirstName()).isEqualTo("Nell");
        assertThat(realm.events().ofType("REGISTER"))
                .singleElement()
                .satisfies(event -> assertThat(event.getUserId()).isEqualTo(user.getId()));
        assertThat(realm.events().ofType("LOGIN")).singleElement().satisfies(event -> {
            assertThat(event.getUserId()).isEqualTo(user.getId());
            assertThat(event.getDetails())
                    .containsEntry("cloakroom_method", "email-otp")
                    .containsEntry("cloakroom_purpose", "sign-up");
        });
    }

    @Test
    void the_fields_say_to_phones_and_browsers_what_belongs_in_them() {
        SignUpPage page = SignUpPage.from(browser.open(demo));
        Document shown = page.screen().page().document();

        assertThat(shown.select("#email").attr("type").strip()).isEqualTo("email");
        assertThat(shown.select("#email").attr("autocomplete")).isEqualTo("email");
        assertThat(shown.select("#firstName").attr("autocomplete")).isEqualTo("given-name");
        assertThat(shown.select("#lastName").attr("autocomplete")).isEqualTo("family-name");

        Document refused = page.inVain(Map.of("email", "nell@example.com", "firstName", "Nell"))
                .screen()
                .page()
                .document();
        assertThat(refused.select(".pf-m-error > input").eachAttr("id")).containsExactly("lastName");
    }

    @Test
    void the_form_asks_what_the_realms_user_profile_wants_and_by_its_rules() {
        TestRealm choosy = realms.copy("sign-up-profile");
        UPConfig profile = choosy.admin().users().userProfile().getConfiguration();
        UPAttribute team = new UPAttribute("team", new UPAttributePermissions(Set.of(), Set.of("user", "admin")));
        team.setDisplayName("Team");
        team.setRequired(new UPAttributeRequired());
        team.setValidations(Map.of("options", Map.of("options", List.of("red", "blue"))));
        profile.addOrReplaceAttribute(team);
        choosy.admin().users().userProfile().update(profile);
        SignUpPage page = SignUpPage.from(browser.open(DemoApp.of(choosy.issuer())));
        Map<String, String> wish = Map.of("email", "team@example.com", "firstName", "T", "lastName", "Eam");

        SignUpPage without = page.inVain(wish);
        SignUpPage wrong = without.inVain(Map.of("team", "green"));
        CodePage code = new CodePage(wrong.submit(Map.of("team", "blue")));
        code.enter(Inbox.of("team@example.com").lastCode());

        assertThat(without.screen().page().textOf("#input-error-container-team"))
                .isNotEmpty();
        assertThat(wrong.screen().page().textOf("#input-error-container-team")).isNotEmpty();
        assertThat(choosy.existing("team@example.com").toRepresentation().getAttributes())
                .containsEntry("team", List.of("blue"));
    }

    @Test
    void a_taken_address_reads_the_same_and_its_owner_is_told_how_to_sign_in() {
        realm.user("owner@example.com", user -> user.setFirstName("Olga"));

        CodePage page = SignUpPage.from(browser.open(demo)).continueAs("owner@example.com");

        Mail mail = Inbox.of("owner@example.com").awaitMail();
        assertThat(mail.subject()).contains("already have an account");
        assertThat(mail.text()).doesNotContainPattern("(?m)^[A-Z0-9]{4}-[A-Z0-9]{4}$");
        assertThat(page.enterWrong("ZZZZ-ZZZZ").error()).contains("not right");
        assertThat(realm.existing("owner@example.com").toRepresentation().getFirstName())
                .isEqualTo("Olga");
        SignedIn owner = LinkPage.here(page, mail.link()).confirm();
        assertThat(owner.idToken().email()).isEqualTo("owner@example.com");
    }

    @Test
    void what_is_missing_is_said_beside_its_field_and_nothing_typed_is_lost() {
        SignUpPage page = SignUpPage.from(browser.open(demo))
                .inVain(Map.of("email", "typo.example.com", "firstName", "Tess", "lastName", ""));

        assertThat(page.screen().page().textOf("#input-error-email, #input-error-container-email"))
                .contains("does not look like");
        assertThat(page.screen().page().textOf("#input-error-container-lastName"))
                .isNotEmpty();
        assertThat(page.form().values()).containsEntry("firstName", "Tess").containsEntry("email", "typo.example.com");
    }

    /** A login is kept on each node, and anybody can begin one. */
    @Test
    void more_than_a_sign_up_can_need_is_refused_before_it_is_kept() {
        SignUpPage page = SignUpPage.from(browser.open(demo));
        String body = "email=flood%40example.com&lastName=Ood" + ("&firstName=" + "+".repeat(2000)).repeat(100);

        Page answer = browser.post(page.form().action(), "application/x-www-form-urlencoded", body);

        assertThat(answer.error()).contains("This is too long.");
        assertThat(Inbox.of("flood@example.com").count()).isZero();
    }
}
