package io.cloakroom.limit;

import io.cloakroom.flow.Address;
import io.cloakroom.flow.Setting;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.AuthenticatorConfigModel;

/**
 * How many mails may be asked for. Steps that send share these counters: a resend and a new start draw on one budget.
 *
 * @param network for one network, whoever it writes to
 * @param pair for one address, asked for from one network: strict
 * @param address for one address, from wherever: generous, so that a stranger cannot use it up alone
 */
public record MailBudgets(Budget network, Budget pair, Budget address) {

    private static final Setting<Budget> NETWORK = Setting.notation(
            new Setting.Text(
                    "mailsPerNetwork",
                    "Mails per network",
                    "How many mails one network (an IPv4 address or an IPv6 /64) may ask for, over all addresses: permits"
                            + " per window, several windows separated by commas; windows in s, m, h or d."),
            "1200/5m, 6000/1h",
            Budget::parse);
    private static final Setting<Budget> PAIR = Setting.notation(
            new Setting.Text(
                    "mailsPerAddressAndNetwork",
                    "Mails per address and network",
                    "How many mails one network may ask for to one address. The strict budget: reaching it locks nobody"
                            + " out who is elsewhere."),
            "15/10m, 40/1h, 80/1d",
            Budget::parse);
    private static final Setting<Budget> ADDRESS = Setting.notation(
            new Setting.Text(
                    "mailsPerAddress",
                    "Mails per address",
                    "How many mails may be asked for to one address from all networks together. Keep it well above the"
                            + " budget per address and network."),
            "60/10m, 120/1h, 320/1d",
            Budget::parse);

    /** What the admin console shows. */
    public static final List<Setting<?>> SETTINGS = List.of(NETWORK, PAIR, ADDRESS);

    /** The budgets in force. */
    public static MailBudgets from(@Nullable AuthenticatorConfigModel model) {
        return new MailBudgets(NETWORK.in(model), PAIR.in(model), ADDRESS.in(model));
    }

    /** The limits one mail to this address counts against, when this network asks for it. */
    public List<Limit> on(Address address, String network) {
        return List.of(
                new Limit("mail-network", network, this.network),
                new Limit("mail-pair", address.limitKey() + " " + network, pair),
                new Limit("mail-address", address.limitKey(), this.address));
    }
}
