package io.cloakroom.emailotp;

import io.cloakroom.flow.Setting;
import io.cloakroom.flow.Switch;
import io.cloakroom.limit.MailBudgets;
import io.cloakroom.link.NotMeAction;
import io.cloakroom.link.OtherDevice;
import io.cloakroom.mail.Contents;
import io.cloakroom.mail.EmailDomains;
import io.cloakroom.mail.Reception;
import io.cloakroom.mail.TakenAddress;
import io.cloakroom.mail.UnknownAddress;
import io.cloakroom.mailbox.MailboxConfig;
import io.cloakroom.mailbox.Role;
import io.cloakroom.mailbox.UnverifiedAccount;
import io.cloakroom.proof.ProofRules;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.AuthenticatorConfigModel;

/** What an administrator may change about the step. */
final class EmailOtpConfig {

    private static final Setting<Role> ROLE = Setting.choice("role", Role.FIRST);
    private static final Setting<Switch> LINK = Setting.choice("link", Switch.OFF);
    private static final Setting<Switch> CODE_IN_SUBJECT = Setting.choice("codeInSubject", Switch.OFF);

    static final List<Setting<?>> SETTINGS = Stream.of(
                    List.<Setting<?>>of(ROLE, LINK, OtherDevice.SETTING, CODE_IN_SUBJECT),
                    ProofRules.SETTINGS,
                    List.<Setting<?>>of(UnknownAddress.SETTING, TakenAddress.SETTING),
                    EmailDomains.SETTINGS,
                    List.<Setting<?>>of(UnverifiedAccount.SETTING, NotMeAction.SETTING),
                    MailBudgets.SETTINGS)
            .<Setting<?>>flatMap(List::stream)
            .toList();

    private EmailOtpConfig() {}

    static MailboxConfig from(@Nullable AuthenticatorConfigModel model) {
        Contents.Kind kind = LINK.in(model).isOn() ? Contents.Kind.CODE_AND_LINK : Contents.Kind.CODE;
        return new MailboxConfig(
                ROLE.in(model),
                new Contents(
                        kind, OtherDevice.SETTING.in(model), NotMeAction.SETTING.in(model), CODE_IN_SUBJECT.in(model)),
                ProofRules.from(model),
                MailBudgets.from(model),
                Reception.from(model),
                UnverifiedAccount.SETTING.in(model));
    }
}
