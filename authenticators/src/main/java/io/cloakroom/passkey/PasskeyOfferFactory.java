package io.cloakroom.passkey;

import com.webauthn4j.verifier.attestation.trustworthiness.certpath.CertPathTrustworthinessVerifier;
import io.cloakroom.flow.InvalidSettingException;
import io.cloakroom.flow.ProviderIds;
import io.cloakroom.flow.Setting;
import java.util.List;
import org.keycloak.authentication.requiredactions.WebAuthnPasswordlessRegisterFactory;
import org.keycloak.authentication.requiredactions.WebAuthnRegister;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionConfigModel;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.userprofile.ValidationException;
import org.keycloak.validate.ValidationError;

/** Registers the offer of a passkey. It comes by itself where it fits; no administrator need assign it. */
public final class PasskeyOfferFactory extends WebAuthnPasswordlessRegisterFactory {

    @Override
    protected WebAuthnRegister createProvider(KeycloakSession session, CertPathTrustworthinessVerifier verifier) {
        return new PasskeyOffer(session, verifier);
    }

    @Override
    public String getId() {
        return ProviderIds.PASSKEY_OFFER;
    }

    @Override
    public String getDisplayText() {
        return "Cloakroom: offer a passkey";
    }

    @Override
    public List<ProviderConfigProperty> getConfigMetadata() {
        return OfferConfig.SETTINGS.stream().map(Setting::property).toList();
    }

    @Override
    public void validateConfig(KeycloakSession session, RealmModel realm, RequiredActionConfigModel model) {
        try {
            OfferConfig.from(model.getConfig());
        } catch (InvalidSettingException e) {
            throw new ValidationException(new ValidationError(getId(), "snooze", "error-invalid-value"));
        }
    }
}
