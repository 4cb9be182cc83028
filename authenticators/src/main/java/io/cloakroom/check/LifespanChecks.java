package io.cloakroom.check;

import io.cloakroom.flow.ProviderIds;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.keycloak.models.RealmModel;

/** Whether Keycloak waits as long as a code lives. */
final class LifespanChecks implements Family {

    /** What a recovery takes beside the waiting for its mail. */
    private static final Duration AFTER_THE_CODE = Duration.ofMinutes(5);

    private static final Check LOGIN = new Check(
            "login-timeout",
            Level.WARNING,
            "Keycloak begins a login anew when nothing was posted for that long, and no code helps then: codes live shorter than they"
                    + " are set to.",
            "Realm settings, Sessions, Login timeout: longer than codeLifespan (linkLifespan) of the step.");

    private static final Check ACTION = new Check(
            "action-lifespan",
            Level.WARNING,
            "A whole recovery has to happen within it: the mail, the code, the second factor. What is not finished begins anew.",
            "Realm settings, Sessions, Login action timeout: some minutes longer than codeLifespan of the step.");

    @Override
    public List<Check> checks() {
        return List.of(LOGIN, ACTION);
    }

    @Override
    public Stream<Finding> findings(Situation situation) {
        RealmModel realm = situation.realm();
        Duration login = Duration.ofSeconds(realm.getAccessCodeLifespanLogin());
        Duration action = Duration.ofSeconds(realm.getAccessCodeLifespanUserAction());
        return situation.flows().stream()
                .flatMap(bound -> bound.use() == Use.RESET
                        ? late(ACTION, action.minus(AFTER_THE_CODE), action, bound)
                        : late(LOGIN, login, login, bound));
    }

    private static Stream<Finding> late(Check check, Duration longest, Duration realms, BoundFlow bound) {
        return bound.flow()
                .all()
                .filter(Steps::isProof)
                .map(LifespanChecks::lifespan)
                .filter(lifespan -> lifespan.compareTo(longest) > 0)
                .map(lifespan -> check.found(bound.name() + ": a proof is to live " + lifespan.toSeconds()
                        + " s, and the realm waits " + realms.toSeconds() + " s."));
    }

    /** Nothing where it cannot be read, which is another finding. */
    private static Duration lifespan(Node proof) {
        String seconds = proof.setting(proof.name().equals(ProviderIds.MAGIC_LINK) ? "linkLifespan" : "codeLifespan");
        return proof.problem().isPresent() || !seconds.matches("\\d{1,9}")
                ? Duration.ZERO
                : Duration.ofSeconds(Long.parseLong(seconds));
    }
}
