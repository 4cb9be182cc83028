package io.cloakroom.tests;

import io.cloakroom.tests.browser.Browser;
import io.cloakroom.tests.browser.Exchange;
import io.cloakroom.tests.browser.Page;
import io.cloakroom.tests.keycloak.TestRealm;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.keycloak.representations.idm.EventRepresentation;

/** What people noticed who signed in under load, by name: how often it happened, or how long it took. */
final class Figures {

    static final String LOGINS = "logins";
    static final String TWICE = "proofs accepted twice";
    static final String ERRORS = "answers with an error of the server's";
    static final String LOST = "connections lost";
    static final String NO_MAIL = "mails waited for in vain";
    private static final String LONGEST = "longest answer, ms";

    private final ConcurrentMap<String, Integer> counts = new ConcurrentHashMap<>();

    void count(String what) {
        count(what, 1);
    }

    void count(String what, int times) {
        counts.merge(what, times, Integer::sum);
    }

    /** Somebody ended on that page and had to try again. */
    void refused(Page page) {
        count(String.format("refused: %d %s '%s'", page.status(), page.id(), page.error()));
    }

    /** Everything that this browser got to see. */
    void add(Browser browser) {
        for (Exchange exchange : browser.exchanges()) {
            counts.merge(LONGEST, Math.toIntExact(exchange.took().toMillis()), Math::max);
            if (exchange.status() >= 500) {
                count(ERRORS);
            }
        }
    }

    int value(String what) {
        return counts.getOrDefault(what, 0);
    }

    Duration longestAnswer() {
        return Duration.ofMillis(value(LONGEST));
    }

    /** How many events of one and the same login there are at most. */
    static int mostLoginsOfOneSession(TestRealm realm) {
        Map<String, Integer> logins = new TreeMap<>();
        for (EventRepresentation event : realm.events().ofType("LOGIN")) {
            logins.merge(event.getDetails().get("code_id"), 1, Integer::sum);
        }
        return logins.values().stream().max(Comparator.naturalOrder()).orElse(0);
    }

    @Override
    public String toString() {
        return new TreeMap<>(counts).toString();
    }
}
