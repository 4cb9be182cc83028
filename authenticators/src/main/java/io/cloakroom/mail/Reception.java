package io.cloakroom.mail;

import io.cloakroom.flow.Address;
import io.cloakroom.proof.Purpose;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.AuthenticatorConfigModel;
import org.keycloak.models.RealmModel;

/**
 * What somebody gets who is not whom the page takes everybody for. No page depends on it.
 *
 * @param unknownAddress a stranger who signs in
 * @param takenAddress a member who signs up
 * @param domains who may become a member
 */
public record Reception(UnknownAddress unknownAddress, TakenAddress takenAddress, EmailDomains domains) {

    /** For letters that are for a member, and for nobody else. */
    public static final Reception NONE =
            new Reception(UnknownAddress.SILENT, TakenAddress.NOTICE, new EmailDomains(List.of(), List.of()));

    /** What is in force. */
    public static Reception from(@Nullable AuthenticatorConfigModel model) {
        return new Reception(
                UnknownAddress.SETTING.in(model), TakenAddress.SETTING.in(model), EmailDomains.from(model));
    }

    /** Whether a stranger with that address may become a member, once the address is proved for that purpose. */
    public boolean welcomes(Purpose purpose, RealmModel realm, Address address) {
        return switch (purpose) {
            // Keycloak lets nobody into the registration flow whom the realm, or an organization, does not want.
            case SIGN_UP -> domains.allow(address);
            case SIGN_IN ->
                unknownAddress == UnknownAddress.SIGN_UP && realm.isRegistrationAllowed() && domains.allow(address);
            case SECOND_FACTOR, RECOVERY, IDENTITY_PROVIDER -> false;
        };
    }
}
