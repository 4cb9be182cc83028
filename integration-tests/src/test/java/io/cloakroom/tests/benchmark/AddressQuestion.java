package io.cloakroom.tests.benchmark;

import java.util.List;
import java.util.Optional;

/** What our answer to an address costs beside Keycloak's own to a name. */
record AddressQuestion(Site site) implements Question {

    @Override
    public List<Finding> ask(Plan plan) {
        Comparison comparison = Comparison.of(plan, site::timeOfAddress, site::timeOfUsernameForm);
        return List.of(Finding.of(
                "POST of the address; stock's username form", comparison, Optional.of(Must.atMost(1.5, "×"))));
    }
}
