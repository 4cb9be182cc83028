package io.cloakroom.tests.benchmark;

import io.cloakroom.tests.keycloak.ClusterNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a second node costs, for people who stay on one and for people whose every post goes to the other. */
record NodesQuestion(Servers servers, Site site) implements Question {

    @Override
    public List<Finding> ask(Plan plan) {
        int times = plan.rounds() * plan.each();
        URI first = servers.first().baseUri();
        Posts alone = measure(times, List.of(first)).get(0);
        ClusterNode second = servers.addNode();
        List<URI> both = List.of(first, second.baseUri());
        measure(times, both);
        List<Posts> together = measure(times, both);
        servers.remove(second);
        List<Finding> findings = new ArrayList<>();
        findings.addAll(together.get(0).against(alone, "2 nodes, always the same; 1 node", Optional.empty()));
        findings.addAll(together.get(1).against(alone, "2 nodes, always the other; 1 node", Optional.empty()));
        return findings;
    }

    /** All pages come from the first node, and the posts go to each of these in turns. */
    private List<Posts> measure(int times, List<URI> servers) {
        List<Posts> all = servers.stream().map(server -> Posts.none()).toList();
        for (int i = 0; i < times; i++) {
            for (int server = 0; server < servers.size(); server++) {
                all.get(server).addPage(site);
                all.get(server).add(CodeLogin.of(site, site.anybody(), servers.get(server)));
            }
        }
        return all;
    }
}
