package io.cloakroom.tests.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Whether it matters how many members a realm has: for those whom Keycloak has just seen, and for those whom it has to read
 * from the database. Who of many is seen how often would otherwise decide the result, and that is the cache's doing.
 */
record UsersQuestion(Servers servers, Site site) implements Question {

    private static final Optional<Must> MUST = Optional.of(Must.atMost(1.1, "×"));

    @Override
    public List<Finding> ask(Plan plan) {
        List<Finding> findings = new ArrayList<>();
        int fewest = plan.users().get(0);
        // A server that has just been started is slow, and the fewest come first.
        measure(plan, fewest);
        Sizes few = measure(plan, fewest);
        for (int users : plan.users().subList(1, plan.users().size())) {
            Sizes many = measure(plan, users);
            findings.addAll(many.seen.against(few.seen, what(users, fewest, "seen before"), MUST));
            findings.addAll(many.unseen.against(few.unseen, what(users, fewest, "not seen yet"), MUST));
        }
        return findings;
    }

    private static String what(int users, int fewest, String who) {
        return String.format(Locale.ROOT, "%,d users; %,d (%s)", users, fewest, who);
    }

    private Sizes measure(Plan plan, int users) {
        Site filled = servers.filled(site, users);
        measure(filled, plan.each());
        return measure(filled, plan.rounds() * plan.each());
    }

    private static Sizes measure(Site site, int times) {
        Sizes sizes = new Sizes(Posts.none(), Posts.none());
        for (int i = 0; i < times; i++) {
            String member = site.anybody();
            site.realm().admin().clearUserCache();
            add(sizes.unseen, site, member);
            add(sizes.seen, site, member);
        }
        return sizes;
    }

    private static void add(Posts posts, Site site, String member) {
        posts.addPage(site);
        posts.add(CodeLogin.of(site, member));
    }

    private record Sizes(Posts seen, Posts unseen) {}
}
