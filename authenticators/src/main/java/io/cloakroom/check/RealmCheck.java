package io.cloakroom.check;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.keycloak.models.KeycloakSession;

/** Looks at everything there is to look at. */
public final class RealmCheck {

    private static final List<Family> FAMILIES = List.of(
            new MailServerChecks(),
            new ServerChecks(),
            new VersionChecks(),
            new ProofChecks(),
            new StepChecks(),
            new DirectGrantChecks(),
            new SecondFactorChecks(),
            new LifespanChecks(),
            new LoginChecks(),
            new PasskeyChecks(),
            new LookChecks(),
            new RecordChecks());

    private RealmCheck() {}

    /** How the realm of the session's request stands. */
    public static Report of(KeycloakSession session, Sight sight) {
        Situation situation = Situation.of(session, sight);
        List<Finding> findings = FAMILIES.stream()
                .flatMap(family -> family.findings(situation))
                .distinct()
                .sorted(Comparator.comparing(Finding::level))
                .toList();
        Set<String> failed = findings.stream().map(Finding::check).collect(Collectors.toSet());
        List<String> passed = checks().stream()
                .map(Check::id)
                .filter(id -> !failed.contains(id))
                .toList();
        return new Report(findings, passed);
    }

    /** Every check there is. */
    static List<Check> checks() {
        return FAMILIES.stream().flatMap(family -> family.checks().stream()).toList();
    }
}
