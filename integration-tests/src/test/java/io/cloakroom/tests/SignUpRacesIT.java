package io.cloakroom.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloakroom.tests.browser.Browser;
import io.cloakroom.tests.browser.Page;
import io.cloakroom.tests.keycloak.TestRealm;
import io.cloakroom.tests.mail.Inbox;
import io.cloakroom.tests.oidc.DemoApp;
import io.cloakroom.tests.pages.CodePage;
import io.cloakroom.tests.pages.SignUpPage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** One address, one account: however many browsers are at it, and nothing of those who give up. */
class SignUpRacesIT extends CloakroomIT {

    private static final int ABANDONED = Integer.getInteger("sign-ups.abandoned", 1000);

    private final TestRealm realm = realms.once("sign-up-races", representation -> {});
    private final DemoApp demo = DemoApp.of(realm.issuer());

    @Test
    void two_browsers_that_confirm_one_new_address_at_once_end_in_one_account() throws Exception {
        for (int round = 0; round < 5; round++) {
            String address = "both" + round + "@example.com";
            List<Callable<Page>> confirmations = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                Browser one = Browser.create();
                CodePage page = SignUpPage.from(one.open(demo)).continueAs(address);
                confirmations.add(AtOnce.post(
                        one, page.form().with("code", Inbox.of(address).lastCode())));
            }

            List<Page> pages = AtOnce.send(confirmations);

            assertThat(realm.admin().users().searchByEmail(address, true)).hasSize(1);
            assertThat(pages).allMatch(AtOnce::isLogin);
        }
        assertThat(realm.events().ofType("REGISTER")).hasSize(5);
    }

    @Test
    void one_name_for_two_addresses_goes_to_one_of_them() throws Exception {
        TestRealm named =
                realms.copy("sign-up-one-name", representation -> representation.setRegistrationEmailAsUsername(false));
        List<Callable<Page>> confirmations = new ArrayList<>();
        for (String address : List.of("left@example.com", "right@example.com")) {
            Browser one = Browser.create();
            CodePage page = new CodePage(SignUpPage.from(one.open(DemoApp.of(named.issuer())))
                    .submit(Map.of("username", "samename", "email", address, "firstName", "S", "lastName", "N")));
            confirmations.add(
                    AtOnce.post(one, page.form().with("code", Inbox.of(address).lastCode())));
        }

        List<Page> pages = AtOnce.send(confirmations);

        assertThat(pages.stream().filter(AtOnce::isLogin)).hasSize(1);
        assertThat(pages.stream().filter(page -> page.hasForm("cloakroom-sign-up-form")))
                .as("the other one chooses another name")
                .hasSize(1);
        assertThat(named.admin().users().searchByUsername("samename", true)).hasSize(1);
    }

    @Test
    void abandoned_sign_ups_leave_nothing_behind() {
        TestRealm quiet = realms.copy("sign-up-abandoned");
        int users = quiet.admin().users().count();
        IntStream.range(0, ABANDONED)
                .parallel()
                .forEach(i -> SignUpPage.from(Browser.create().open(DemoApp.of(quiet.issuer())))
                        .continueAs("abandoned" + i + "@example.com"));

        assertThat(quiet.admin().users().count()).isEqualTo(users);
        assertThat(quiet.events().all()).noneMatch(event -> event.getUserId() != null);
        assertThat(quiet.admin().getClientSessionStats()).isEmpty();
    }
}
