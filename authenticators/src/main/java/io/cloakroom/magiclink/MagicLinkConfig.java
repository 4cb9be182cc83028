package io.cloakroom.magiclink;

import io.cloakroom.flow.InvalidSettingException;
import io.cloakroom.flow.Setting;
import io.cloakroom.flow.Switch;
import io.cloakroom.limit.MailBudgets;
import io.cloakroom.link.NotMeAction;
import io.cloakroom.link.OtherDevice;
import io.cloakroom.mail.Contents;
import io.cloakroom.mail.Reception;
import io.cloakroom.mail.UnknownAddress;
import io.cloakroom.mailbox.MailboxConfig;
import io.cloakroom.mailbox.Role;
import io.cloakroom.mailbox.UnverifiedAccount;
import io.cloakroom.proof.ProofRules;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.AuthenticatorConfigModel;

/** What an administrator may change about the step. What a mail counts against is set in the address step. */
final class MagicLinkConfig {

    private static final Setting<Duration> LIFESPAN =
            Setting.seconds("linkLifespan", Duration.ofMinutes(15), Duration.ofSeconds(1), Duration.ofHours(1));

    static final List<Setting<?>> SETTINGS = List.of(
            LIFESPAN, OtherDevice.SETTING, UnknownAddress.SETTING, UnverifiedAccount.SETTING, NotMeAction.SETTING);

    private MagicLinkConfig() {}

    static MailboxConfig from(@Nullable AuthenticatorConfigModel model) {
        return new MailboxConfig(
                Role.FIRST,
                new Contents(
                        Contents.Kind.LINK, OtherDevice.SETTING.in(model), NotMeAction.SETTING.in(model), Switch.OFF),
                ProofRules.ofLinks(LIFESPAN.in(model)),
                MailBudgets.from(null),
                reception(model),
                UnverifiedAccount.SETTING.in(model));
    }

    /** Nobody signs up by a link: it would have to say who is to be signed up. */
    private static Reception reception(@Nullable AuthenticatorConfigModel model) {
        UnknownAddress unknown = UnknownAddress.SETTING.in(model);
        if (unknown == UnknownAddress.SIGN_UP) {
            throw new InvalidSettingException(
                    UnknownAddress.SETTING.property().getName(),
                    "sign-up needs a code: use the step cloakroom-email-otp");
        }
        return new Reception(unknown, Reception.NONE.takenAddress(), Reception.NONE.domains());
    }
}
