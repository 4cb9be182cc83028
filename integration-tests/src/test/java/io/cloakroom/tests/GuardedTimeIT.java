package io.cloakroom.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloakroom.tests.browser.Browser;
import io.cloakroom.tests.browser.Form;
import io.cloakroom.tests.browser.Page;
import io.cloakroom.tests.keycloak.Credentials;
import io.cloakroom.tests.keycloak.Flow;
import io.cloakroom.tests.keycloak.TestRealm;
import io.cloakroom.tests.oidc.DemoApp;
import io.cloakroom.tests.pages.Screen;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.ToLongBiFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * How long Keycloak's own forms take for members and for strangers, beside their guarded twins. The twins must not be told
 * apart; Keycloak's own are measured in the same run, and only printed.
 */
class GuardedTimeIT extends CloakroomIT {

    private static final int EACH = Integer.getInteger("timing.starts", 80);
    private static final int WARM_UP = 30;
    private static final double TOLERANCE = Double.parseDouble(System.getProperty("timing.tolerance", "0.15"));

    @Test
    void a_wrong_password() {
        TestRealm stock = realms.copy("time-stock-password", realm -> {
            Flow.of(realm, "stock password").required("auth-username-password-form");
            realm.setBrowserFlow("stock password");
        });
        TestRealm guarded = realms.copy("time-guarded-password", realm -> {
            Flow.of(realm, "guarded password").required("cloakroom-username-password-form");
            realm.setBrowserFlow("guarded password");
        });
        compare("wrong password", stock, guarded, GuardedTimeIT::guess);
    }

    @Test
    void a_reset_by_email() {
        TestRealm stock = realms.copy("time-stock-reset", realm -> {
            Flow.of(realm, "stock reset")
                    .required("reset-credentials-choose-user")
                    .required("reset-credential-email");
            realm.setResetCredentialsFlow("stock reset");
        });
        TestRealm guarded = realms.copy("time-guarded-reset", realm -> {
            Flow.of(realm, "guarded reset")
                    .required("cloakroom-reset-choose-user")
                    .required("cloakroom-reset-email");
            realm.setResetCredentialsFlow("guarded reset");
        });
        compare("reset by email", stock, guarded, GuardedTimeIT::reset);
    }

    /**
     * Both by turns, and in any order: a server that warms up, or is busy with the mails of posts before, favours neither.
     */
    private void compare(String what, TestRealm stock, TestRealm guarded, ToLongBiFunction<TestRealm, String> post) {
        Times unmeasured = new Times();
        for (TestRealm realm : List.of(stock, guarded)) {
            IntStream.range(0, EACH).forEach(i -> enrol(realm, i));
            IntStream.range(0, WARM_UP)
                    .forEach(i -> unmeasured.add("nobody", post.applyAsLong(realm, address("warming", i))));
        }
        Times ofStock = new Times();
        Times ofTwin = new Times();
        for (Turn turn : shuffled()) {
            (turn.isOfTwin() ? ofTwin : ofStock)
                    .add(
                            turn.kind(),
                            post.applyAsLong(turn.isOfTwin() ? guarded : stock, address(turn.kind(), turn.i())));
        }
        System.out.println(what + ", Keycloak's own: " + ofStock.timing());
        System.out.println(what + ", guarded: " + ofTwin.timing());
        assertThat(ofTwin.timing().auc()).as(what).isBetween(0.5 - TOLERANCE, 0.5 + TOLERANCE);
        assertThat(ofTwin.timing().mediansAreClose())
                .as(what + ": " + ofTwin.timing())
                .isTrue();
    }

    private static List<Turn> shuffled() {
        Random random = new Random();
        return IntStream.range(0, EACH)
                .boxed()
                .flatMap(i -> {
                    List<Turn> turns = new ArrayList<>(List.of(
                            new Turn(false, "member", i),
                            new Turn(true, "member", i),
                            new Turn(false, "nobody", i),
                            new Turn(true, "nobody", i)));
                    Collections.shuffle(turns, random);
                    return turns.stream();
                })
                .toList();
    }

    /** Of the members half have a password. */
    private static void enrol(TestRealm realm, int i) {
        realm.user(
                address("member", i),
                user -> user.setCredentials(i % 4 < 2 ? List.of(Credentials.password("right")) : List.of()));
    }

    private static long guess(TestRealm realm, String name) {
        Screen page = Browser.create().open(DemoApp.of(realm.issuer())::screen);
        return submit(
                page, page.page().form("kc-form-login").with("username", name).with("password", "wrong"));
    }

    private static long reset(TestRealm realm, String name) {
        Screen page = Browser.create().open(DemoApp.of(realm.issuer())::screen).click("#cloakroom-to-recovery");
        return submit(page, page.page().form("kc-reset-password-form").with("username", name));
    }

    /** Nanoseconds until the answer is there, redirects included. */
    private static long submit(Screen screen, Form form) {
        long start = System.nanoTime();
        Page page = screen.submit(form).page();
        long took = System.nanoTime() - start;
        assertThat(page.status()).isEqualTo(200);
        return took;
    }

    private static String address(String kind, int i) {
        return String.format("guarded-%s-%04d@example.com", kind, i);
    }

    /** One post to measure. */
    private record Turn(boolean isOfTwin, String kind, int i) {}

    /** What was measured of one realm. */
    private static final class Times {

        private final Map<String, List<Long>> nanos = Map.of("member", new ArrayList<>(), "nobody", new ArrayList<>());

        void add(String kind, long took) {
            nanos.get(kind).add(took);
        }

        Timing timing() {
            return new Timing(nanos.get("member"), nanos.get("nobody"));
        }
    }
}
