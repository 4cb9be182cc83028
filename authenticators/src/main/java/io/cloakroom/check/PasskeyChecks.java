package io.cloakroom.check;

import io.cloakroom.flow.ProviderIds;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionProviderModel;
import org.keycloak.models.WebAuthnPolicy;

/** The WebAuthn policies, and what enrols passkeys. */
final class PasskeyChecks implements Family {

    private static final String REQUIRED = "required";
    private static final String ENROL = "webauthn-register-passwordless";

    private static final Check PASSKEYS = new Check(
            "passkeys",
            Level.NOTE,
            "A passkey is the one factor here that resists phishing. Without it everybody waits for a mail.",
            "Authentication, Policies, WebAuthn Passwordless Policy, Enable Passkeys: on.");

    private static final Check USER_VERIFICATION = new Check(
            "passkey-user-verification",
            Level.ERROR,
            "A passkey without finger, face or PIN is one factor, and a step-up by it still gives level 2.",
            "Authentication, Policies, WebAuthn Passwordless Policy, User verification requirement: required.");

    private static final Check DISCOVERABLE = new Check(
            "passkey-discoverable",
            Level.WARNING,
            "The sign-in page asks for a passkey before it knows an address: one that cannot be discovered is never found.",
            "Authentication, Policies, WebAuthn Passwordless Policy, Discoverable credential: required.");

    private static final Check RP_ID = new Check(
            "passkey-rp-id",
            Level.NOTE,
            "A passkey belongs to one domain for good. Empty means the host of the server: when that changes, all passkeys are lost.",
            "Authentication, Policies, both WebAuthn policies, Relying party ID: a domain that will last, before anybody enrols.");

    private static final Check RP_ID_HOST = new Check(
            "passkey-rp-id-host",
            Level.ERROR,
            "Browsers refuse a relying party that is neither the server's host nor a domain above it: no passkey and no security key"
                    + " works.",
            "Authentication, Policies: set the Relying party ID of the policy to the server's host or a domain above it.");

    private static final Check ENROLMENT = new Check(
            "passkey-enrolment",
            Level.WARNING,
            "Nobody can add a passkey where Keycloak's required action for it is off.",
            "Authentication, Required actions, Webauthn Register Passwordless: enabled.");

    private static final Check PASSKEY_OFFER = new Check(
            "passkey-offer",
            Level.NOTE,
            "Members who come by email are not offered a passkey, and few look for one by themselves.",
            "Authentication, Required actions, Cloakroom: offer a passkey: enabled.");

    @Override
    public List<Check> checks() {
        return List.of(PASSKEYS, USER_VERIFICATION, DISCOVERABLE, RP_ID, RP_ID_HOST, ENROLMENT, PASSKEY_OFFER);
    }

    @Override
    public Stream<Finding> findings(Situation situation) {
        RealmModel realm = situation.realm();
        WebAuthnPolicy passkeys = realm.getWebAuthnPolicyPasswordless();
        String host = Objects.requireNonNullElse(situation.server().base().getHost(), "");
        return Stream.of(
                        ofPolicy(passkeys),
                        ofDomain("WebAuthn Passwordless Policy", passkeys.getRpId(), host),
                        ofDomain("WebAuthn Policy", realm.getWebAuthnPolicy().getRpId(), host),
                        Boolean.TRUE.equals(passkeys.isPasskeysEnabled()) ? ofActions(realm) : Stream.<Finding>empty())
                .flatMap(findings -> findings);
    }

    private static Stream<Finding> ofPolicy(WebAuthnPolicy policy) {
        Stream.Builder<Finding> findings = Stream.builder();
        if (!Boolean.TRUE.equals(policy.isPasskeysEnabled())) {
            findings.add(PASSKEYS.found("Passkeys are switched off."));
        }
        if (!REQUIRED.equals(policy.getUserVerificationRequirement())) {
            findings.add(
                    USER_VERIFICATION.found("User verification is '" + policy.getUserVerificationRequirement() + "'."));
        }
        if (!REQUIRED.equals(policy.getResidentKey())) {
            findings.add(DISCOVERABLE.found("Discoverable credentials are '" + policy.getResidentKey() + "'."));
        }
        return findings.build();
    }

    static Stream<Finding> ofDomain(String policy, @Nullable String relyingParty, String host) {
        if (relyingParty == null || relyingParty.isBlank()) {
            return Stream.of(RP_ID.found(policy + ": it is empty, which means " + host + "."));
        }
        String domain = relyingParty.strip().toLowerCase(Locale.ROOT);
        boolean isOfHost = host.equals(domain) || host.endsWith("." + domain);
        return isOfHost
                ? Stream.empty()
                : Stream.of(RP_ID_HOST.found(policy + ": it is " + domain + ", and the server's host " + host + "."));
    }

    private static Stream<Finding> ofActions(RealmModel realm) {
        Stream.Builder<Finding> findings = Stream.builder();
        if (!isEnabled(realm, ENROL)) {
            findings.add(ENROLMENT.found("The required action '" + ENROL + "' is not enabled."));
        }
        if (!isEnabled(realm, ProviderIds.PASSKEY_OFFER)) {
            findings.add(
                    PASSKEY_OFFER.found("The required action '" + ProviderIds.PASSKEY_OFFER + "' is not enabled."));
        }
        return findings.build();
    }

    static boolean isEnabled(RealmModel realm, String action) {
        RequiredActionProviderModel registered = realm.getRequiredActionProviderByAlias(action);
        return registered != null && registered.isEnabled();
    }
}
