package io.cloakroom.tests.gallery;

import java.util.List;

/**
 * The exhibits that belong together.
 *
 * @param title what they have in common
 * @param exhibits the one that most people see comes first
 */
record Room(String title, List<Exhibit> exhibits) {

    static final List<Room> ALL = List.of(
            new Room(
                    "Sign in",
                    List.of(
                            new Exhibit("identify", "An address, or a passkey", Ways::identify),
                            new Exhibit(
                                    "identify-password",
                                    "For an app that takes passwords, too",
                                    Ways::identifyPassword),
                            new Exhibit("identify-refused", "An address that is none", Ways::identifyRefused),
                            new Exhibit("identify-limited", "Too many mails were asked for", Ways::identifyLimited),
                            new Exhibit("identify-again", "An app wants to be sure who is here", Ways::identifyAgain),
                            new Exhibit("wait", "A limit in front of the first page", Ways::wait))),
            new Room(
                    "The code",
                    List.of(
                            new Exhibit("code", "The code from the mail", Ways::code),
                            new Exhibit("code-wrong", "A code that is not right", Ways::codeWrong),
                            new Exhibit("code-expired", "A code that came too late", Ways::codeExpired))),
            new Room(
                    "Passkeys",
                    List.of(
                            new Exhibit("passkey-offer", "The offer after a sign-in", Ways::passkeyOffer),
                            new Exhibit("passkey-offer-failed", "None was added", Ways::passkeyOfferFailed),
                            new Exhibit("passkey-cancelled", "None was used", Ways::passkeyCancelled))),
            new Room(
                    "Links",
                    List.of(
                            new Exhibit("link-elsewhere", "In another browser", Ways::linkElsewhere),
                            new Exhibit("link-confirm", "In the browser that asked", Ways::linkConfirm),
                            new Exhibit("link-back", "In another browser, where it must not sign in", Ways::linkBack),
                            new Exhibit("link-sent", "A mail without a code", Ways::linkSent),
                            new Exhibit("link-ended", "It no longer works", Ways::linkEnded),
                            new Exhibit("link-signed-in", "Somebody else is signed in", Ways::linkSignedIn),
                            new Exhibit("not-me", "“This was not me”", Ways::notMe),
                            new Exhibit("not-me-done", "It has ended", Ways::notMeDone),
                            new Exhibit("not-me-password", "It has ended, behind a password", Ways::notMePassword))),
            new Room(
                    "Sign-up",
                    List.of(
                            new Exhibit("sign-up", "A new account", Ways::signUp),
                            new Exhibit("sign-up-refused", "Something is missing", Ways::signUpRefused),
                            new Exhibit(
                                    "sign-up-rest", "The rest, where sign-in and sign-up are one", Ways::signUpRest))),
            new Room(
                    "The way back in",
                    List.of(
                            new Exhibit("recovery", "The address", Ways::recovery),
                            new Exhibit("lost-passkeys", "Lost passkeys are removed", Ways::lostPasskeys),
                            new Exhibit("delayed-recovery", "The second factor is lost, too", Ways::delayedRecovery),
                            new Exhibit(
                                    "delayed-recovery-waiting",
                                    "The owner has time to stop it",
                                    Ways::delayedRecoveryWaiting),
                            new Exhibit("delayed-recovery-ready", "The wait is over", Ways::delayedRecoveryReady),
                            new Exhibit("recovery-alert", "The owner signs in meanwhile", Ways::recoveryAlert))),
            new Room(
                    "Keycloak’s own pages",
                    List.of(
                            new Exhibit("second-factor", "The second factor", Ways::secondFactor),
                            new Exhibit("second-factor-choice", "Which second factor", Ways::secondFactorChoice),
                            new Exhibit("expired", "A page that has expired", Ways::expired),
                            new Exhibit("error", "An app that asks for nonsense", Ways::error))));
}
