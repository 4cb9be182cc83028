package io.cloakroom.recovery;

import io.cloakroom.flow.Setting;
import io.cloakroom.limit.MailBudgets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.AuthenticatorConfigModel;

/**
 * What an administrator may change about the step.
 *
 * @param mails what an address counts against that is posted: it leads to a mail
 */
record RecoveryConfig(MailBudgets mails) {

    static final List<Setting<?>> SETTINGS = MailBudgets.SETTINGS;

    static RecoveryConfig from(@Nullable AuthenticatorConfigModel model) {
        return new RecoveryConfig(MailBudgets.from(model));
    }
}
