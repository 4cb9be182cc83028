package io.cloakroom.proof;

import io.cloakroom.flow.Setting;
import io.cloakroom.limit.GuessBudgets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.AuthenticatorConfigModel;

/**
 * What an administrator decides about proofs.
 *
 * @param format what a code looks like
 * @param lifespan from the request for a mail until its code is worth nothing
 * @param maxAttempts wrong codes until a new one is needed
 * @param guesses what wrong codes count against beyond the one proof
 */
public record ProofRules(CodeFormat format, Duration lifespan, int maxAttempts, GuessBudgets guesses) {

    private static final Setting<Duration> LIFESPAN =
            Setting.seconds("codeLifespan", Duration.ofMinutes(15), Duration.ofSeconds(1), Duration.ofHours(1));
    private static final Setting<Integer> MAX_ATTEMPTS = Setting.number("maxAttempts", 5, 1, 10);

    /** What the admin console shows. */
    public static final List<Setting<?>> SETTINGS = Stream.of(
                    CodeFormat.SETTINGS, List.of(LIFESPAN, MAX_ATTEMPTS), GuessBudgets.SETTINGS)
            .<Setting<?>>flatMap(List::stream)
            .toList();

    /** The rules of a step whose mails hold a link and nothing to guess. */
    public static ProofRules ofLinks(Duration lifespan) {
        return new ProofRules(CodeFormat.from(null), lifespan, MAX_ATTEMPTS.in(null), GuessBudgets.from(null));
    }

    /** The same for proofs that nobody waits for longer than that. */
    public ProofRules within(Duration patience) {
        return patience.compareTo(lifespan) < 0 ? new ProofRules(format, patience, maxAttempts, guesses) : this;
    }

    /** The rules in force. */
    public static ProofRules from(@Nullable AuthenticatorConfigModel model) {
        return new ProofRules(
                CodeFormat.from(model), LIFESPAN.in(model), MAX_ATTEMPTS.in(model), GuessBudgets.from(model));
    }
}
