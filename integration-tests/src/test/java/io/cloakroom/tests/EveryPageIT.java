package io.cloakroom.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloakroom.tests.browser.Axe;
import io.cloakroom.tests.browser.Check;
import io.cloakroom.tests.browser.Chromium;
import io.cloakroom.tests.browser.Display;
import io.cloakroom.tests.browser.PageWeight;
import io.cloakroom.tests.gallery.Exhibit;
import io.cloakroom.tests.gallery.GalleryRealm;
import io.cloakroom.tests.gallery.Guide;
import io.cloakroom.tests.gallery.Picture;
import io.cloakroom.tests.keycloak.Flow;
import io.cloakroom.tests.keycloak.TestRealm;
import io.cloakroom.tests.oidc.DemoApp;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.keycloak.representations.idm.RealmRepresentation;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/** Every page, for everybody: whatever they see, hear, prefer and hold in their hands. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryPageIT extends CloakroomIT {

    private static final int MOST_BYTES = 30_000;
    private static final Display DESKTOP = Display.of(1280, 800);
    private static final Display NARROW = Display.of(320, 640);
    private static final Display DARK_PHONE = Display.of(390, 700).preferring("prefers-color-scheme", "dark");

    /** WCAG 1.4.12: nothing is lost when readers space text like that. */
    private static final String SPACED = """
            const style = document.createElement("style");
            style.id = "spaced";
            style.textContent = "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }"
              + " p { margin-block-end: 2em !important }";
            document.head.append(style);
            """;

    private static final String UNSPACED = "document.getElementById('spaced').remove()";

    private final TestRealm realm = GalleryRealm.of(realms);
    private Chromium chromium;
    private PageWeight keycloaks;
    private PageWeight keycloaksRefusal;

    @BeforeAll
    void open_a_browser_and_weigh_keycloaks_own_page() {
        TestRealm stock = realms.copy("every-page-stock", EveryPageIT::stock);
        chromium = Guide.browser();
        chromium.go(DemoApp.of(stock.issuer()).login().uri()).await("#username");
        keycloaks = PageWeight.of(chromium);
        chromium.type("username", "nobody@example.com").press("#kc-login").await("#input-error-username");
        keycloaksRefusal = PageWeight.of(chromium);
        assertThat(keycloaks.bytes()).isGreaterThan(100_000);
    }

    @AfterAll
    void close_it() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @ParameterizedTest
    @MethodSource("io.cloakroom.tests.gallery.Exhibit#all")
    void from_left_to_right(Exhibit exhibit) {
        exhibit.visit(Guide.of(realm, chromium, "en"));

        SoftAssertions all = new SoftAssertions();
        all.assertThat(chromium.driver().getTitle()).as("title").endsWith(titleOfOurs());
        all.assertThat(Check.LOADING.answers(chromium)).as("loading").isEmpty();
        Map<String, Integer> more = PageWeight.of(chromium).beside(hasIcons() ? keycloaksRefusal : keycloaks);
        all.assertThat(more.values().stream().mapToInt(Integer::intValue).sum())
                .as("bytes beside Keycloak's own page: %s", more)
                .isLessThanOrEqualTo(MOST_BYTES);
        for (Picture picture : Picture.EACH) {
            picture.take(chromium, exhibit.name());
        }
        all.assertThat(violations(DESKTOP)).as("light").isEmpty();
        all.assertThat(violations(DARK_PHONE)).as("dark").isEmpty();
        all.assertThat(outOfOrder()).as("order of the focus").isEmpty();
        all.assertThat(overflows(Display.of(640, 400))).as("at 200 %").isEmpty();
        all.assertThat(overflows(NARROW)).as("at 320 px").isEmpty();
        all.assertThat(overflowsWhenSpaced()).as("with text spaced").isEmpty();
        all.assertThat(faults(Check.EDGES, "forced-colors", "active"))
                .as("forced colours")
                .isEmpty();
        all.assertThat(faults(Check.MOTION, "prefers-reduced-motion", "reduce"))
                .as("less motion")
                .isEmpty();
        all.assertAll();
    }

    @ParameterizedTest
    @MethodSource("io.cloakroom.tests.gallery.Exhibit#all")
    void from_right_to_left(Exhibit exhibit) {
        exhibit.visit(Guide.of(realm, chromium, "ar"));

        SoftAssertions all = new SoftAssertions();
        Picture.LIGHT.take(chromium, exhibit.name() + "-ar");
        all.assertThat(violations(DESKTOP)).as("light").isEmpty();
        all.assertThat(outOfOrder()).as("order of the focus").isEmpty();
        all.assertThat(overflows(NARROW)).as("at 320 px").isEmpty();
        all.assertAll();
    }

    @ParameterizedTest
    @MethodSource("io.cloakroom.tests.gallery.Exhibit#main")
    void with_long_words(Exhibit exhibit) {
        exhibit.visit(Guide.of(realm, chromium, "de"));

        Picture.PHONE.take(chromium, exhibit.name() + "-de");
        assertThat(overflows(NARROW)).isEmpty();
    }

    @Test
    void in_the_colours_of_a_realm() {
        Guide.of(GalleryRealm.branded(realms), chromium, "en").begin().see("#cloakroom-email");

        for (Picture picture : List.of(Picture.WIDE, Picture.DARK, Picture.PHONE)) {
            picture.take(chromium, "brand");
        }
        assertThat(violations(DESKTOP)).isEmpty();
        assertThat(violations(DARK_PHONE)).isEmpty();
    }

    /** Keycloak's own page for a name, in its own look. */
    private static void stock(RealmRepresentation realm) {
        Flow.of(realm, "stock").required("auth-username-form").required("auth-password-form");
        realm.setBrowserFlow("stock");
        realm.setLoginTheme("keycloak.v2");
    }

    /** Where one is; Keycloak's own pages are all called the same. */
    private String titleOfOurs() {
        String page = chromium.driver().findElement(By.tagName("body")).getDomAttribute("data-page-id");
        boolean isOurs = page.startsWith("login-cloakroom-") || page.equals("login-select-authenticator");
        return isOurs ? chromium.await("#kc-page-title").getText() + " – Cloakroom" : "Cloakroom";
    }

    /** Those that Keycloak's bricks put beside an error; its own page loads the font for them only with one, too. */
    private boolean hasIcons() {
        return !chromium.driver()
                .findElements(By.cssSelector("i.fas, i.fa, span.fa"))
                .isEmpty();
    }

    private List<String> violations(Display display) {
        return Axe.PAGE.violations(chromium.on(display));
    }

    private List<String> overflows(Display display) {
        return Check.OVERFLOW.answers(chromium.on(display));
    }

    private List<String> overflowsWhenSpaced() {
        chromium.driver().executeScript(SPACED);
        List<String> faults = new ArrayList<>(overflows(NARROW));
        faults.addAll(overflows(DESKTOP));
        chromium.driver().executeScript(UNSPACED);
        return faults;
    }

    private List<String> faults(Check check, String feature, String value) {
        List<String> faults = check.answers(chromium.on(DESKTOP.preferring(feature, value)));
        chromium.on(DESKTOP);
        return faults;
    }

    /** What the Tab key finds that is not where, or what, people see; and the same on the way back. */
    private List<String> outOfOrder() {
        List<String> seen = Check.TAB_STOPS.answers(chromium.on(DESKTOP));
        List<String> found = new ArrayList<>();
        for (int i = 0; i < seen.size(); i++) {
            chromium.keys(Keys.TAB);
            found.addAll(Check.FOCUS.answers(chromium));
        }
        for (int i = seen.size() - 2; i >= 0; i--) {
            String place = Check.FOCUS.answers(chromium.tabBack()).get(0);
            found.set(i, found.get(i).equals(place) ? place : place + " on the way back");
        }
        return seen.equals(found) ? List.of() : List.of("seen: " + seen, "found: " + found);
    }
}
