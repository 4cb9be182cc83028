package io.cloakroom.check;

import java.util.List;
import java.util.Set;

/**
 * How a realm stands.
 *
 * @param findings what is not as it should be, the worst first
 * @param passed the ids of the checks that found nothing, in the order of the documentation
 */
public record Report(List<Finding> findings, List<String> passed) {

    /** The word for the whole, by the worst of the findings. */
    public String status() {
        Set<Level> levels = Set.copyOf(findings.stream().map(Finding::level).toList());
        if (levels.contains(Level.ERROR)) {
            return "broken";
        }
        return levels.contains(Level.WARNING) ? "attention" : "ready";
    }
}
