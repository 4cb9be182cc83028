package io.cloakroom.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloakroom.tests.browser.Browser;
import io.cloakroom.tests.browser.Page;
import io.cloakroom.tests.keycloak.StepSettings;
import io.cloakroom.tests.keycloak.TestRealm;
import io.cloakroom.tests.mail.Inbox;
import io.cloakroom.tests.oidc.DemoApp;
import io.cloakroom.tests.pages.SignUpPage;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A mailbox has one address and any number of tags, and whoever floods it knows that. */
class TaggedAddressesIT extends CloakroomIT {

    private final TestRealm realm = realms.copy("tagged", representation -> {
        StepSettings.of(representation, "cloakroom-identify").set("mailsPerAddress", "3/1h");
        StepSettings.of(representation, "cloakroom-sign-up").set("mailsPerAddress", "3/1h");
    });
    private final DemoApp demo = DemoApp.of(realm.issuer());

    @Test
    void all_tags_of_an_address_draw_on_one_budget() {
        realm.user("flooded@example.com");
        List<Integer> statuses = IntStream.rangeClosed(1, 6)
                .mapToObj(i -> signUp("10.72.1.1", "flooded+" + i + "@example.com"))
                .map(Page::status)
                .toList();

        assertThat(statuses)
                .as("the first is free, three more are granted")
                .containsExactly(200, 200, 200, 200, 429, 429);
        assertThat(Inbox.of("flooded+5@example.com").count()).isZero();
        Browser.at("10.72.1.2").open(demo).continueAs("flooded@example.com");
        assertThat(Inbox.of("flooded@example.com").awaitMail().code()).isNotEmpty();
    }

    @Test
    void a_plus_at_the_beginning_is_no_tag() {
        for (int i = 1; i <= 6; i++) {
            assertThat(signUp("10.72.2.1", "+" + i + "@example.com").status()).isEqualTo(200);
        }
    }

    private Page signUp(String network, String address) {
        return SignUpPage.from(Browser.at(network).open(demo)).submit(address).page();
    }
}
