package io.cloakroom.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloakroom.tests.docs.DocsCommands;
import io.cloakroom.tests.keycloak.AdminCli;
import io.cloakroom.tests.keycloak.TestRealm;
import io.cloakroom.tests.oidc.DemoApp;
import org.junit.jupiter.api.Test;

/** What the page about a realm's own look tells people to type, typed. */
class BrandDocsIT extends CloakroomIT {

    private final TestRealm realm = realms.copy("acme", copy -> copy.setLoginTheme("cloakroom"));

    @Test
    void the_command_of_the_page_gives_the_realm_its_look() {
        try (AdminCli cli = AdminCli.signedIn(keycloak)) {
            DocsCommands page = DocsCommands.of("branding.md", cli.environment());
            assertThat(page.commands()).hasSize(1);

            page.run(page.commands().get(0));

            assertThat(browser.open(DemoApp.of(realm.issuer())::screen)
                            .page()
                            .document()
                            .html())
                    .contains("#0a7d55", "https://acme.example/logo.svg", "https://acme.example/imprint");
        }
    }
}
