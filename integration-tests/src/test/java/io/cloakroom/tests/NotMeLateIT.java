package io.cloakroom.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloakroom.tests.browser.Browser;
import io.cloakroom.tests.browser.Page;
import io.cloakroom.tests.keycloak.KnownKey;
import io.cloakroom.tests.keycloak.TestRealm;
import io.cloakroom.tests.mail.Mail;
import io.cloakroom.tests.oidc.DemoApp;
import io.cloakroom.tests.oidc.LogoutEndpoint;
import io.cloakroom.tests.pages.IdentifyPage;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keycloak.admin.client.resource.UserResource;

/** "This was not me" about an old mail. */
class NotMeLateIT extends CloakroomIT {

    private final TestRealm realm = realms.copy("not-me-late");
    private final DemoApp demo = DemoApp.of(realm.issuer());
    private final Hand hand = Hand.at(demo);

    @BeforeEach
    void sign_with_a_key_that_is_known() {
        KnownKey.install(realm);
    }

    /** Whoever finds it some day could take from the owner what the owner has added by it. */
    @Test
    void an_old_mail_takes_nothing_and_its_page_says_what_to_look_at() {
        UserResource account = realm.user("aged@example.com");
        Mail mail = hand.addPasskey("aged@example.com");
        assertThat(account.credentials()).hasSize(1);

        Page done = NotMe.deny(aged(NotMe.link(mail), Duration.ofHours(25)));

        assertThat(done.textOf("#cloakroom-denied"))
                .contains("may have been changed", "ways to sign in")
                .doesNotContain("nothing else to do");
        assertThat(account.credentials()).hasSize(1);
        assertThat(account.getUserSessions()).isEmpty();
        IdentifyPage page = Browser.create().open(demo);
        page.submitPasskey(hand.passkey()
                        .answer(page.screen().page(), account.toRepresentation().getId()))
                .signedIn();
        assertThat(account.getUserSessions()).hasSize(1);
    }

    @Test
    void an_old_mail_by_which_nothing_was_changed_leaves_nothing_to_do() {
        realm.user("unused@example.com");
        Mail mail = hand.signIn("unused@example.com");

        Page done = NotMe.deny(aged(NotMe.link(mail), Duration.ofDays(9)));

        assertThat(done.textOf("#cloakroom-denied")).contains("nothing else to do");
    }

    /** How many there are is up to whoever signs in, and each of which an app is told keeps the owner waiting. */
    @Test
    void however_many_sessions_came_of_it_all_end_and_the_app_is_told_of_fifty() {
        UserResource account = realm.user("many@example.com");
        Mail mail = hand.addPasskey("many@example.com");
        String id = account.toRepresentation().getId();
        for (int i = 0; i < 55; i++) {
            IdentifyPage page = Browser.create().open(demo);
            page.submitPasskey(hand.passkey().answer(page.screen().page(), id)).signedIn();
        }

        try (LogoutEndpoint endpoint = LogoutEndpoint.of(realm, "demo-app")) {
            NotMe.deny(aged(NotMe.link(mail), Duration.ofHours(25)));

            assertThat(account.getUserSessions()).isEmpty();
            assertThat(endpoint.calls()).isEqualTo(50);
        }
    }

    /** The same link in a mail whose code was worth nothing any more since so long ago. */
    private static URI aged(URI link, Duration since) {
        String path = link.toString();
        int start = path.lastIndexOf('/') + 1;
        String exp = "\"exp\":" + Instant.now().minus(since).getEpochSecond();
        return URI.create(path.substring(0, start)
                + KnownKey.changed(path.substring(start), claims -> claims.replaceAll("\"exp\":\\d+", exp)));
    }
}
