package io.cloakroom.limit;

import io.cloakroom.flow.Setting;
import java.util.List;
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

    private static final Setting<Budget> NETWORK =
            Setting.notation("guessesPerNetwork", "500/5m, 2000/1h", Budget::parse);
    private static final Setting<Budget> PAIR =
            Setting.notation("guessesPerAddressAndNetwork", "20/15m, 50/1d", Budget::parse);
    private static final Setting<Budget> ADDRESS = Setting.notation("guessesPerAddress", "100/1d", Budget::parse);

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
        return on("guess", name, from);
    }

    /**
     * The same for a guess at a password, which is counted apart: it uses up nobody's codes.
     *
     * @param name whose, as limits count what was typed
     */
    public List<Limit> onPassword(String name, Network from) {
        return on("password", name, from);
    }

    /**
     * The same for a guess at a second factor of somebody whom another factor has named.
     *
     * @param userId the account
     */
    public List<Limit> onFactor(String userId, Network from) {
        return on("factor", userId, from);
    }

    private List<Limit> on(String what, String whose, Network from) {
        return List.of(
                new Limit(what + "-network", from.exact(), network),
                new Limit(what + "-pair", whose + " " + from.exact(), pair),
                new Limit(what + "-address", whose, address));
    }
}
