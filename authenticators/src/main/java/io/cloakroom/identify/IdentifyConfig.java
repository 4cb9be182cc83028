package io.cloakroom.identify;

import io.cloakroom.flow.Setting;
import io.cloakroom.limit.MailBudgets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.AuthenticatorConfigModel;

/**
 * What an administrator may change about the step.
 *
 * @param mails what a posted address counts against: it leads to a mail
 */
record IdentifyConfig(MailBudgets mails) {

    static final List<Setting<?>> SETTINGS = MailBudgets.SETTINGS;

    static IdentifyConfig from(@Nullable AuthenticatorConfigModel model) {
        return new IdentifyConfig(MailBudgets.from(model));
    }
}
