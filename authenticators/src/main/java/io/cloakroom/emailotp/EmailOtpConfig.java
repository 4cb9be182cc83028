package io.cloakroom.emailotp;

import io.cloakroom.flow.Setting;
import io.cloakroom.limit.MailBudgets;
import io.cloakroom.mail.UnknownAddress;
import io.cloakroom.proof.ProofRules;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.AuthenticatorConfigModel;

/**
 * What an administrator may change about the step.
 *
 * @param role its place in the flow
 * @param rules what its codes look like, how long they live and how often they may be guessed
 * @param mails what a mail counts against
 * @param unknownAddress what a stranger's address receives
 */
record EmailOtpConfig(Role role, ProofRules rules, MailBudgets mails, UnknownAddress unknownAddress) {

    private static final Setting<Role> ROLE = Setting.choice(
            new Setting.Text(
                    "role",
                    "Role",
                    "first: the code says who is here, after the address step. second: it confirms somebody whom an earlier"
                            + " step of this login has proved."),
            Role.FIRST);

    static final List<Setting<?>> SETTINGS = Stream.of(
                    List.<Setting<?>>of(ROLE),
                    ProofRules.SETTINGS,
                    List.<Setting<?>>of(UnknownAddress.SETTING),
                    MailBudgets.SETTINGS)
            .<Setting<?>>flatMap(List::stream)
            .toList();

    static EmailOtpConfig from(@Nullable AuthenticatorConfigModel model) {
        return new EmailOtpConfig(
                ROLE.in(model), ProofRules.from(model), MailBudgets.from(model), UnknownAddress.SETTING.in(model));
    }
}
