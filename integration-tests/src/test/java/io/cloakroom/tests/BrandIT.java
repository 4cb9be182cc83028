package io.cloakroom.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloakroom.tests.browser.Chromium;
import io.cloakroom.tests.browser.Look;
import io.cloakroom.tests.keycloak.TestRealm;
import io.cloakroom.tests.oidc.DemoApp;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/** The look that a realm's attributes give to its pages. */
class BrandIT extends CloakroomIT {

    private static final Map<String, String> BRAND = Map.of(
            "cloakroom.brand.accent", "#0a7d55",
            "cloakroom.brand.radius", "4",
            "cloakroom.brand.imprint", "https://acme.example/imprint",
            "cloakroom.brand.help", "javascript:alert(1)",
            "cloakroom.brand.page", "red;}body{display:none");

    @Test
    void attributes_of_a_realm_colour_its_pages_and_nothing_else_gets_through() {
        TestRealm realm = branded("brand", "cloakroom");
        try (Chromium chromium = Chromium.open()) {
            chromium.go(DemoApp.of(realm.issuer()).login().uri());

            assertThat(chromium.await("#cloakroom-email").getCssValue("background-color"))
                    .isEqualTo("rgba(10, 125, 85, 1)");
            assertThat(chromium.await(".cloakroom-links a").getDomAttribute("href"))
                    .isEqualTo("https://acme.example/imprint");
            assertThat(chromium.driver().findElements(By.cssSelector(".cloakroom-links a")))
                    .hasSize(1);
            assertThat(chromium.driver().getPageSource()).doesNotContain("display:none", "javascript:alert");
            for (Look look : Look.values()) {
                assertThat(chromium.screenshot("brand", look)).isNotEmptyFile();
            }
        }
    }

    @Test
    void our_pages_stand_under_the_stock_theme_too() {
        TestRealm realm = branded("brand-stock", "keycloak.v2");
        try (Chromium chromium = Chromium.open()) {
            chromium.go(DemoApp.of(realm.issuer()).login().uri());

            assertThat(chromium.await("#cloakroom-email").isDisplayed()).isTrue();
            assertThat(chromium.driver().findElements(By.cssSelector(".cloakroom-links")))
                    .isEmpty();
            for (Look look : Look.values()) {
                assertThat(chromium.screenshot("stock-theme", look)).isNotEmptyFile();
            }
        }
    }

    private TestRealm branded(String name, String theme) {
        return realms.copy(name, representation -> {
            representation.setLoginTheme(theme);
            BRAND.forEach(representation.getAttributes()::put);
        });
    }
}
