package io.cloakroom.tests.fuzz;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What was found in the answers. */
public final class Findings {

    private static final int SERVER_ERROR = 500;

    private final List<Finding> found = Collections.synchronizedList(new ArrayList<>());
    private final List<Finding> serverErrors = Collections.synchronizedList(new ArrayList<>());
    private final List<Finding> silences = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, Map<Integer, Integer>> statuses = new TreeMap<>();

    /** What may never be, whoever is to blame. */
    public List<String> all() {
        return found.stream().map(Finding::toString).toList();
    }

    /** Requests that got no answer: the log must tell why. */
    public List<String> silences() {
        return silences.stream().map(Finding::toString).toList();
    }

    /** Answers that say the server has failed: the log must tell of a fault of Keycloak's own that is known. */
    public List<String> serverErrors() {
        return serverErrors.stream().map(Finding::toString).toList();
    }

    void add(Finding finding) {
        found.add(finding);
    }

    void look(String where, String request, Answer answer) {
        count(where.split(",", 2)[0], answer.status());
        Damage.in(answer).forEach(damage -> add(new Finding(where, damage, request)));
        if (answer.status() == 0) {
            silences.add(new Finding(where, "no answer", request));
        } else if (answer.status() >= SERVER_ERROR) {
            serverErrors.add(new Finding(where, "status " + answer.status(), request));
        }
    }

    synchronized String statuses() {
        StringBuilder table = new StringBuilder();
        statuses.forEach((scene, counts) ->
                table.append(scene).append(' ').append(counts).append('\n'));
        return table.toString();
    }

    private synchronized void count(String scene, int status) {
        statuses.computeIfAbsent(scene, fresh -> new TreeMap<>()).merge(status, 1, Integer::sum);
    }
}
