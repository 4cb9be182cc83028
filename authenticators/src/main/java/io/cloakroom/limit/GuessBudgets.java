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

    private static final Setting<Budget> NETWORK = Setting.notation(
            new Setting.Text(
                    "guessesPerNetwork",
                    "Wrong guesses per network",
                    "How many wrong guesses one network may make, over all addresses: permits per window, several windows"
                            + " separated by commas; windows in s, m, h or d."),
            "500/5m, 2000/1h",
            Budget::parse);
    private static final Setting<Budget> PAIR = Setting.notation(
            new Setting.Text(
                    "guessesPerAddressAndNetwork",
                    "Wrong guesses per address and network",
                    "How many wrong guesses one network may make against one address, over all codes, browsers and"
                            + " restarts."),
            "20/15m, 50/1d",
            Budget::parse);
    private static final Setting<Budget> ADDRESS = Setting.notation(
            new Setting.Text(
                    "guessesPerAddress",
                    "Wrong guesses per address",
                    "How many wrong guesses one address may see from all networks together; the first guess at each emailed"
                            + " code is free. NIST SP 800-63B-4, 3.2.2, asks for no more than 100."),
            "100/1d",
            Budget::parse);

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
