package io.cloakroom.tests.benchmark;

import io.cloakroom.tests.browser.Browser;
import io.cloakroom.tests.oidc.DemoApp;
import java.util.List;
import java.util.Optional;

/** What a request costs that a limit refuses, once the server knows that it does. */
record RefusalQuestion(Site site) implements Question {

    private static final String FLOODED = "flooded@example.com";
    private static final String NETWORK = "10.0.0.1";
    private static final int MORE_THAN_THE_BUDGET = 20;
    private static final int TOO_MANY_REQUESTS = 429;

    @Override
    public List<Finding> ask(Plan plan) {
        fill();
        Comparison comparison = Comparison.of(plan, this::timeOfRefusal, site::timeOfAddress);
        Comparison floor = Comparison.of(plan, this::timeOfRefusal, site::timeOfUsernameForm);
        return List.of(
                Finding.of("POST that is refused; that is accepted", comparison, Optional.of(Must.atMost(0.5, "×"))),
                Finding.of("POST that is refused; stock's username form", floor, Optional.empty()));
    }

    /** Afterwards the limit is reached, and the server knows. */
    void fill() {
        for (int i = 0; i < MORE_THAN_THE_BUDGET; i++) {
            flood();
        }
    }

    long timeOfRefusal() {
        return flood().expectStatus(TOO_MANY_REQUESTS).nanos();
    }

    private Visit flood() {
        Visit visit = Visit.to(DemoApp.of(site.realm().issuer()), Browser.at(NETWORK));
        return Site.postAddress(visit, FLOODED);
    }
}
