package io.cloakroom.guarded;

import io.cloakroom.flow.Setting;
import io.cloakroom.flow.StepNames;
import java.util.List;
import java.util.stream.Stream;
import org.keycloak.provider.ProviderConfigProperty;

/**
 * How a guarded form differs from Keycloak's own in the admin console.
 *
 * @param names id, label and help text
 * @param settings what it has beside those of Keycloak's own
 */
record Twin(StepNames names, List<Setting<?>> settings) {

    /** What the admin console shows, Keycloak's own settings first. */
    List<ProviderConfigProperty> properties(List<ProviderConfigProperty> own) {
        return Stream.concat(own.stream(), settings.stream().map(Setting::property))
                .toList();
    }
}
