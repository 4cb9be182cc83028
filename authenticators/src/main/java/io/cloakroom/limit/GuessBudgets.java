package io.cloakroom.limit;

import io.cloakroom.flow.Setting;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.AuthenticatorConfigModel;

/**
 * How many wrong guesses an address may see. They outlive resend, restart and browser; right answers are given back.
 *
 * @param network for one network, over all addresses
 * @param pair for one address, guessed from one network: strict
 * @param address for one address, from wherever: generous
 */
public record GuessBudgets(Budget network, Budget pair, Budget address) {

    private static final Setting<Budget> NETWORK = Budget.setting("guessesPerNetwork", "500/5m, 2000/1h");
    private static final Setting<Budget> PAIR = Budget.setting("guessesPerAddressAndNetwork", "20/15m, 50/1d");
    private static final Setting<Budget> ADDRESS = Budget.setting("guessesPerAddress", "100/1d");

    /** What the admin console shows. */
    public static final List<Setting<?>> SETTINGS = List.of(NETWORK, PAIR, ADDRESS);

    /** The budgets in force. */
    public static GuessBudgets from(@Nullable AuthenticatorConfigModel model) {
        return new GuessBudgets(NETWORK.in(model), PAIR.in(model), ADDRESS.in(model));
    }

    /**
     * The limits one guess at an emailed code counts against, when this network makes it.
     *
     * @param name which address, as limits count what was typed
     */
    public List<Limit> onCode(String name, Network from) {
        return on(List.of(Scope.GUESS_NETWORK, Scope.GUESS_PAIR, Scope.GUESS_ADDRESS), name, from);
    }

    /**
     * The same for a guess at a password, which is counted apart: it uses up nobody's codes.
     *
     * @param name whose, as limits count what was typed
     */
    public List<Limit> onPassword(String name, Network from) {
        return on(List.of(Scope.PASSWORD_NETWORK, Scope.PASSWORD_PAIR, Scope.PASSWORD_ADDRESS), name, from);
    }

    /**
     * The same for a guess at a second factor of somebody whom another factor has named.
     *
     * @param userId the account
     */
    public List<Limit> onFactor(String userId, Network from) {
        return on(List.of(Scope.FACTOR_NETWORK, Scope.FACTOR_PAIR, Scope.FACTOR_ADDRESS), userId, from);
    }

    private List<Limit> on(List<Scope> scopes, String whose, Network from) {
        return Stream.concat(
                        from.limits(scopes.get(0), "", network).stream(),
                        Stream.of(
                                new Limit(scopes.get(1), whose + " " + from.exact(), pair),
                                new Limit(scopes.get(2), whose, address)))
                .toList();
    }
}
