package io.cloakroom.tests.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Whether it matters how many members a realm has. */
record UsersQuestion(Servers servers, Site site) implements Question {

    @Override
    public List<Finding> ask(Plan plan) {
        List<Finding> findings = new ArrayList<>();
        int fewest = plan.users().get(0);
        Posts few = measure(plan, fewest);
        for (int users : plan.users().subList(1, plan.users().size())) {
            String what = String.format(Locale.ROOT, "%,d users; %,d", users, fewest);
            findings.addAll(measure(plan, users).against(few, what, Optional.of(Must.atMost(1.1, "×"))));
        }
        return findings;
    }

    private Posts measure(Plan plan, int users) {
        Site filled = servers.filled(site, users);
        measure(filled, plan.each());
        return measure(filled, plan.rounds() * plan.each());
    }

    private static Posts measure(Site site, int times) {
        Posts posts = Posts.none();
        for (int i = 0; i < times; i++) {
            posts.addPage(site);
            posts.add(CodeLogin.of(site, site.anybody()));
        }
        return posts;
    }
}
