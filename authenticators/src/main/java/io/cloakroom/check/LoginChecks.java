package io.cloakroom.check;

import java.util.List;
import java.util.stream.Stream;
import org.keycloak.common.enums.SslRequired;
import org.keycloak.models.RealmModel;

/** What the realm lets people do at the door. */
final class LoginChecks implements Family {

    private static final Check BRUTE_FORCE = new Check(
            "brute-force",
            Level.WARNING,
            "Wrong codes of Keycloak's own second-factor forms are counted by nothing else, and nothing else locks an account. Emailed"
                    + " codes, passwords typed into steps of ours and guarded forms have budgets as well.",
            "Realm settings, Security defenses, Brute force detection: lock temporarily.");

    private static final Check SSL = new Check(
            "ssl-required",
            Level.WARNING,
            "With 'None' Keycloak signs people in over a connection that anybody on the way can read.",
            "Realm settings, General, Require SSL: External requests, or All requests.");

    private static final Check DUPLICATES = new Check(
            "duplicate-emails",
            Level.WARNING,
            "An address that two accounts share belongs to nobody: neither of them signs in by email.",
            "Realm settings, Login, Duplicate emails: off.");

    private static final Check EMAIL_LOGIN = new Check(
            "login-with-email",
            Level.NOTE,
            "Forms that take a name or an address find nobody by an address then. Codes and links do in any case.",
            "Realm settings, Login, Login with email: on.");

    private static final Check USERNAMES = new Check(
            "edit-username",
            Level.NOTE,
            "A member may take a name that reads like somebody else's address, and what looks names up finds that member.",
            "Realm settings, Login, Edit username: off, or Email as username: on.");

    private static final Check VERIFY = new Check(
            "verify-email",
            Level.WARNING,
            "Keycloak's own registration makes accounts for addresses that nobody has proved. Whoever opens one for somebody else waits"
                    + " for its owner there.",
            "Bind a sign-up that proves the address (docs/flows.md), or set Realm settings, Login, Verify email: on.");

    private static final Check CLOSED_SIGN_UP = new Check(
            "sign-up-closed",
            Level.WARNING,
            "unknownAddress 'sign-up' makes accounts only while the realm lets people register; strangers are told nothing now.",
            "Realm settings, Login, User registration: on, or set unknownAddress to notice or silent.");

    private static final Check CLOSED_RECOVERY = new Check(
            "recovery-closed",
            Level.NOTE,
            "The sign-in page links to the way back in only while it is open. Whoever has lost a passkey or a second factor then needs"
                    + " an administrator.",
            "Realm settings, Login, Forgot password: on. It leads to the recovery, not to a password.");

    @Override
    public List<Check> checks() {
        return List.of(BRUTE_FORCE, SSL, DUPLICATES, EMAIL_LOGIN, USERNAMES, VERIFY, CLOSED_SIGN_UP, CLOSED_RECOVERY);
    }

    @Override
    public Stream<Finding> findings(Situation situation) {
        return Stream.concat(ofSettings(situation.realm()), ofFlows(situation));
    }

    private static Stream<Finding> ofSettings(RealmModel realm) {
        Stream.Builder<Finding> findings = Stream.builder();
        if (!realm.isBruteForceProtected()) {
            findings.add(BRUTE_FORCE.found("Brute-force detection is off."));
        }
        if (realm.getSslRequired() == SslRequired.NONE) {
            findings.add(SSL.found("Require SSL is 'None'."));
        }
        if (realm.isDuplicateEmailsAllowed()) {
            findings.add(DUPLICATES.found("Several accounts may have one address."));
        }
        if (realm.isEditUsernameAllowed() && !realm.isRegistrationEmailAsUsername()) {
            findings.add(USERNAMES.found("Members may change their usernames."));
        }
        if (!realm.isResetPasswordAllowed()) {
            findings.add(CLOSED_RECOVERY.found("Forgot password is off."));
        }
        return findings.build();
    }

    private static Stream<Finding> ofFlows(Situation situation) {
        RealmModel realm = situation.realm();
        Stream.Builder<Finding> findings = Stream.builder();
        if (!realm.isLoginWithEmailAllowed()
                && situation.flows().stream().anyMatch(bound -> bound.flow().has(Steps.BY_NAME_OR_ADDRESS))) {
            findings.add(EMAIL_LOGIN.found("Login with email is off, and a flow asks for a name or an address."));
        }
        if (!realm.isRegistrationAllowed() && welcomesStrangers(situation)) {
            findings.add(CLOSED_SIGN_UP.found("A sign-in flow is to sign strangers up, and User registration is off."));
        }
        if (!realm.isVerifyEmail() && registersUnproved(situation)) {
            findings.add(VERIFY.found("Registration is on, proves no address, and Verify email is off."));
        }
        return findings.build();
    }

    private static boolean welcomesStrangers(Situation situation) {
        return situation.flows().stream()
                .filter(bound -> bound.use() == Use.BROWSER)
                .flatMap(bound -> bound.flow().all())
                .anyMatch(node ->
                        Steps.isOurs(node) && node.setting("unknownAddress").equals("sign-up"));
    }

    private static boolean registersUnproved(Situation situation) {
        return situation.flows().stream()
                .anyMatch(bound ->
                        bound.use() == Use.REGISTRATION && !bound.flow().has(Steps.PROOFS));
    }
}
