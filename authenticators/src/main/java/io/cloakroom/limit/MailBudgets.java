package io.cloakroom.limit;

import io.cloakroom.flow.Address;
import io.cloakroom.flow.Setting;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.AuthenticatorConfigModel;
import org.keycloak.models.KeycloakSession;

/**
 * How many mails may be asked for. Steps that send share these counters: a resend and a new start draw on one budget.
 *
 * @param realm for everybody together
 * @param network for one network, whoever it writes to
 * @param pair for one address, asked for from one network: strict
 * @param address for one address, from wherever: generous, so that a stranger cannot use it up alone
 */
public record MailBudgets(Budget realm, Budget network, Budget pair, Budget address) {

    private static final String SEPARATOR = "\n";
    /** What follows a plus in the local part, which is never the whole of it. */
    private static final Pattern TAG = Pattern.compile("(?<=.)\\+[^@]*(?=@)");

    private static final Budget ONE_AN_HOUR = Budget.of(1, Duration.ofHours(1));

    private static final Setting<Budget> REALM = Budget.setting("mailsPerRealm", "12000/5m");
    private static final Setting<Budget> NETWORK = Budget.setting("mailsPerNetwork", "1200/5m, 6000/1h");
    private static final Setting<Budget> PAIR = Budget.setting("mailsPerAddressAndNetwork", "15/10m, 40/1h, 80/1d");
    private static final Setting<Budget> ADDRESS = Budget.setting("mailsPerAddress", "60/10m, 120/1h, 320/1d");

    /** What the admin console shows. */
    public static final List<Setting<?>> SETTINGS = List.of(REALM, NETWORK, PAIR, ADDRESS);

    /** The budgets in force. */
    public static MailBudgets from(@Nullable AuthenticatorConfigModel model) {
        return new MailBudgets(REALM.in(model), NETWORK.in(model), PAIR.in(model), ADDRESS.in(model));
    }

    /**
     * Asks for one mail to this address on behalf of whoever sends the session's request.
     *
     * <p>The first mail within an hour from any one network does not count against the address: strangers can't use up
     * what an owner needs who is somewhere else. All tags ({@code +shop}) of an address draw on one budget for it.
     */
    public Decision take(KeycloakSession session, Address to) {
        return take(session, to.limitKey());
    }

    /**
     * The same where whoever gets the mail was named otherwise than by an address.
     *
     * @param to whom, as limits count what was typed
     */
    public Decision take(KeycloakSession session, String to) {
        Permits permits = session.getProvider(Permits.class);
        Network from = Network.of(session.getContext().getConnection());
        if (!permits.hasRoom(MailBlocks.limit(session, to, from))) {
            RefusalMetrics.refused(Scope.MAIL_DENIED);
            return MailBlocks.REFUSED;
        }
        Decision decision = permits.take(wide(to, from));
        if (decision instanceof Decision.Granted granted
                && !permits.isFirst(new Limit(Scope.MAIL_FIRST, mailbox(to) + " " + from.wide(), ONE_AN_HOUR))) {
            return granted.and(permits.take(List.of(own(to))));
        }
        return decision;
    }

    /** What one mail to this address counts against, but for the realm's budget. */
    public List<Limit> on(String to, Network from) {
        return Stream.concat(network(from).stream(), Stream.of(pair(to, from), own(to)))
                .toList();
    }

    String store() {
        return Stream.of(realm, network, pair, address).map(Budget::notation).collect(Collectors.joining(SEPARATOR));
    }

    static MailBudgets load(String stored) {
        List<Budget> budgets =
                Arrays.stream(stored.split(SEPARATOR)).map(Budget::parse).toList();
        return new MailBudgets(budgets.get(0), budgets.get(1), budgets.get(2), budgets.get(3));
    }

    /** The limits of everybody, of the network, and of the network against the address, in this order. */
    List<Limit> wide(String to, Network from) {
        return Stream.of(
                        Stream.of(new Limit(Scope.MAIL_REALM, "", realm)),
                        network(from).stream(),
                        Stream.of(pair(to, from)))
                .flatMap(limits -> limits)
                .toList();
    }

    private List<Limit> network(Network from) {
        return from.limits(Scope.MAIL_NETWORK, "", network);
    }

    private Limit pair(String to, Network from) {
        return new Limit(Scope.MAIL_PAIR, to + " " + from.exact(), pair);
    }

    private Limit own(String to) {
        return new Limit(Scope.MAIL_ADDRESS, mailbox(to), address);
    }

    /** The address without its tag: one mailbox gets them all, and whoever floods it has as many tags as they like. */
    private static String mailbox(String to) {
        return TAG.matcher(to).replaceFirst("");
    }
}
