package io.cloakroom.tests.benchmark;

import io.cloakroom.tests.browser.Browser;
import io.cloakroom.tests.oidc.DemoApp;
import java.util.List;

/** What a request costs that a limit refuses, once the server knows that it does. */
record RefusalQuestion(Site site) implements Question {

    private static final String FLOODED = "flooded@example.com";
    private static final String NETWORK = "10.0.0.1";
    private static final int MORE_THAN_THE_BUDGET = 20;
    private static final int TOO_MANY_REQUESTS = 429;

    @Override
    public List<Finding> ask(Plan plan) {
        for (int i = 0; i < MORE_THAN_THE_BUDGET; i++) {
            flood();
        }
        Comparison comparison = Comparison.of(
                plan, () -> flood().expectStatus(TOO_MANY_REQUESTS).nanos(), site::timeOfAddress);
        return List.of(Finding.of("POST that is refused; that is accepted", comparison, Must.atMost(0.5, "×")));
    }

    private Visit flood() {
        Visit visit = Visit.to(DemoApp.of(site.realm().issuer()), Browser.at(NETWORK));
        return Site.postAddress(visit, FLOODED);
    }
}
