package io.cloakroom.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloakroom.tests.browser.Browser;
import io.cloakroom.tests.browser.Page;
import io.cloakroom.tests.keycloak.Credentials;
import io.cloakroom.tests.keycloak.StepSettings;
import io.cloakroom.tests.keycloak.TestRealm;
import io.cloakroom.tests.mail.FaultySmtp;
import io.cloakroom.tests.oidc.DemoApp;
import io.cloakroom.tests.pages.IdentifyPage;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Promise 2: how long the answer to an address takes tells nothing about it, also where the mail server is slow or gone.
 * What is measured is the chance that a member's answer took longer than a stranger's (the area under the ROC curve): a
 * half where time tells nothing, one where it tells everything.
 */
class SameTimeIT extends CloakroomIT {

    private static final int EACH = Integer.getInteger("timing.starts", 200);
    /** A hash takes its time: of the long form's starts, half will do. */
    private static final int GUESSES = Math.max(200, EACH / 2);

    /** Starts that are not measured: the first ones of a server compile its code. They are strangers' all. */
    private static final int WARM_UP = 50;

    private static final double TOLERANCE = Double.parseDouble(System.getProperty("timing.tolerance", "0.1"));

    @Test
    void with_a_mail_server_that_takes_two_seconds() throws IOException {
        try (FaultySmtp smtp = FaultySmtp.slow(Duration.ofSeconds(2))) {
            TestRealm realm = realm("same-time-slow", smtp.port());
            enrol(realm, "cold");
            measure(realm, "cold", "slow mail, cold user cache");
            measure(realm, "cold", "slow mail, warm user cache");
        }
    }

    @Test
    void with_a_mail_server_that_is_gone() throws IOException {
        int nobody;
        try (FaultySmtp smtp = FaultySmtp.refusing(0)) {
            nobody = smtp.port();
        }
        TestRealm realm = realm("same-time-gone", nobody);
        enrol(realm, "gone");
        measure(realm, "gone", "no mail server, cold user cache");
    }

    @Test
    void on_the_way_to_a_new_account_and_on_the_way_back() throws IOException {
        try (FaultySmtp smtp = FaultySmtp.slow(Duration.ofSeconds(2))) {
            TestRealm realm = realm("same-time-ways", smtp.port());
            enrol(realm, "ways");
            measure(realm, "ways", "sign-up", Way.SIGN_UP);
            measure(realm, "ways", "recovery", Way.RECOVERY);
        }
    }

    /** One hash each: whoever has a password, whoever has none, and whoever is nobody. */
    @Test
    void with_a_wrong_password() {
        TestRealm realm =
                realms.copy("same-time-password", representation -> representation.setBruteForceProtected(true));
        IntStream.range(0, GUESSES)
                .forEach(i -> realm.user(
                        address("pass", "member", i),
                        user -> user.setCredentials(i % 2 == 0 ? List.of(Credentials.password("right")) : List.of())));
        IntStream.range(0, WARM_UP).forEach(i -> guess(realm, address("pass", "warming", i)));
        check("wrong password", interleaved("pass", GUESSES), address -> guess(realm, address));
    }

    /** Codes die soon, so that what waits for the mail server does not burden the tests that follow. */
    private TestRealm realm(String name, int smtpPort) {
        return realms.copy(name, representation -> {
            representation.getSmtpServer().put("port", "" + smtpPort);
            StepSettings.of(representation, "cloakroom-email-otp").set("codeLifespan", "20");
        });
    }

    private static void enrol(TestRealm realm, String name) {
        IntStream.range(0, EACH).forEach(i -> realm.user(address(name, "member", i)));
    }

    private static void measure(TestRealm realm, String name, String what) {
        measure(realm, name, what, Way.SIGN_IN);
    }

    private static void measure(TestRealm realm, String name, String what, Way way) {
        IntStream.range(0, WARM_UP).forEach(i -> start(realm, way, address(name, "warming", i)));
        check(what, interleaved(name, EACH), address -> start(realm, way, address));
    }

    private static void check(String what, List<String> order, ToLongFunction<String> take) {
        List<Long> members = new ArrayList<>();
        List<Long> strangers = new ArrayList<>();
        for (String address : order) {
            (address.contains("member") ? members : strangers).add(take.applyAsLong(address));
        }
        Timing timing = new Timing(members, strangers);
        System.out.println(what + ": " + timing);
        assertThat(timing.auc()).as(what).isBetween(0.5 - TOLERANCE, 0.5 + TOLERANCE);
        assertThat(timing.mediansAreClose()).as(what + ": " + timing).isTrue();
    }

    /** A member beside a stranger, in either order: a server that warms up meanwhile favours nobody. */
    private static List<String> interleaved(String name, int each) {
        Random random = new Random();
        return IntStream.range(0, each)
                .boxed()
                .flatMap(i -> {
                    List<String> pair =
                            new ArrayList<>(List.of(address(name, "member", i), address(name, "nobody", i)));
                    Collections.shuffle(pair, random);
                    return pair.stream();
                })
                .toList();
    }

    private static long start(TestRealm realm, Way way, String address) {
        Browser browser = Browser.create();
        Page page = browser.submit(way.claim(way.open(browser, realm.issuer()), address));
        assertThat(page.status()).isEqualTo(200);
        return page.exchange().took().toNanos();
    }

    private static long guess(TestRealm realm, String address) {
        IdentifyPage page = Browser.create().open(DemoApp.withPassword(realm.issuer()));
        return page.inVain(address, "wrong").screen().page().exchange().took().toNanos();
    }

    private static String address(String name, String kind, int i) {
        return String.format("%s-%s-%04d@example.com", name, kind, i);
    }
}
