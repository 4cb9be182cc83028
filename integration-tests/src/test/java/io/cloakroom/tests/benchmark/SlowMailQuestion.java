package io.cloakroom.tests.benchmark;

import java.util.List;
import java.util.Optional;

/** Whether anybody waits for a mail server that takes two seconds for each mail. */
record SlowMailQuestion(Servers servers, Site slow, Site fast) implements Question {

    @Override
    public List<Finding> ask(Plan plan) {
        // Nobody waits for mails here: what the senders do meanwhile hits both alike.
        Comparison comparison = Comparison.of(plan, () -> time(slow), () -> time(fast));
        return List.of(
                Finding.of("POST of the address, 2 s a mail; none", comparison, Optional.of(Must.atMost(1.1, "×"))));
    }

    private static long time(Site site) {
        return site.postAddress(site.anybody()).expect(Site.CODE_FORM).nanos();
    }
}
