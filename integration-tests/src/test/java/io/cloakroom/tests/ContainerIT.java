package io.cloakroom.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloakroom.tests.browser.Browser;
import io.cloakroom.tests.keycloak.CloakroomImage;
import io.cloakroom.tests.keycloak.Container;
import io.cloakroom.tests.keycloak.Realms;
import io.cloakroom.tests.mail.Inbox;
import io.cloakroom.tests.oidc.DemoApp;
import io.cloakroom.tests.pages.SignedIn;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The image, for those who do not run all other stories against it. */
@Tag("acceptance")
class ContainerIT {

    private static Container keycloak;

    @BeforeAll
    static void start() {
        keycloak = Container.start();
    }

    @AfterAll
    static void stop() {
        if (keycloak != null) {
            keycloak.close();
        }
    }

    @Test
    void signs_in_with_a_code_at_the_realm_that_was_imported() {
        DemoApp app = DemoApp.of(new Realms(keycloak).shipped().issuer());

        SignedIn ada = Browser.create()
                .open(app)
                .continueAs("ada@example.com")
                .enter(Inbox.of("ada@example.com").lastCode());

        assertThat(ada.idToken().email()).isEqualTo("ada@example.com");
    }

    @Test
    void starts_what_was_built_and_builds_nothing() throws IOException {
        assertThat(Files.readString(keycloak.log()))
                .contains("started in")
                .doesNotContainIgnoringCase("kc.sh build", "re-augment", "timestamp", "updating the configuration");
    }

    @Test
    void has_no_process_of_root() {
        assertThat(keycloak.run("bash", "-c", "stat -c %u /proc/[0-9]*").lines())
                .isNotEmpty()
                .containsOnly("1000");
    }

    @Test
    void is_the_same_when_it_is_built_again() {
        assertThat(CloakroomImage.anew(keycloak.vendor()).files())
                .hasSizeGreaterThan(10)
                .isEqualTo(CloakroomImage.of(keycloak.vendor()).files());
    }
}
