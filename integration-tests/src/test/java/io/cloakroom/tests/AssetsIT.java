package io.cloakroom.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloakroom.tests.browser.Page;
import io.cloakroom.tests.keycloak.TestRealm;
import io.cloakroom.tests.oidc.DemoApp;
import io.cloakroom.tests.pages.CodePage;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Browsers keep style sheets and scripts for a month: what an address names must not outlive a release. */
class AssetsIT extends CloakroomIT {

    private static final String RELEASE = "?v=" + System.getProperty("cloakroom.version");

    @Test
    void with_our_theme_all_addresses_of_ours_name_the_release() {
        TestRealm realm = realms.copy("assets", copy -> copy.setLoginTheme("cloakroom"));

        CodePage code = browser.open(DemoApp.of(realm.issuer())).continueAs("somebody@example.com");

        assertThat(assets(code.screen().page()))
                .anyMatch(asset -> asset.getPath().endsWith("/css/cloakroom.css"));
        assertThat(assets(code.screen().page()))
                .anyMatch(asset -> asset.getPath().endsWith("/css/cloakroom-steps.css"));
        assertThat(assets(code.screen().page()))
                .anyMatch(asset -> asset.getPath().endsWith("/js/cloakroom-code.js"));
        assertThatEachIsKeptForThisReleaseOnly(assets(code.screen().page()));
    }

    @Test
    void with_keycloaks_theme_too() {
        TestRealm realm = realms.copy("assets-keycloak", copy -> copy.setLoginTheme("keycloak.v2"));

        CodePage code = browser.open(DemoApp.of(realm.issuer())).continueAs("somebody@example.com");

        assertThatEachIsKeptForThisReleaseOnly(assets(code.screen().page()));
    }

    /** Two addresses of one sheet would be fetched twice, and one of them would lack the release. */
    private void assertThatEachIsKeptForThisReleaseOnly(List<URI> assets) {
        assertThat(assets)
                .isNotEmpty()
                .allMatch(asset -> asset.toString().endsWith(RELEASE), "names the release")
                .allSatisfy(asset -> {
                    Page page = browser.get(asset);
                    assertThat(page.status()).isEqualTo(200);
                    assertThat(page.exchange().header("Cache-Control"))
                            .hasValueSatisfying(cached -> assertThat(cached).contains("max-age=2592000"));
                });
    }

    private List<URI> assets(Page page) {
        return page.document().select("link[rel=stylesheet][href], script[src]").stream()
                .map(element -> element.hasAttr("href") ? element.attr("href") : element.attr("src"))
                .filter(address -> address.contains("cloakroom-") || address.contains("cloakroom.css"))
                .map(address -> keycloak.baseUri().resolve(address))
                .distinct()
                .toList();
    }
}
