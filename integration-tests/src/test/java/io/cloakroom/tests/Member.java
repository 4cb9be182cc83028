package io.cloakroom.tests;

import io.cloakroom.tests.browser.Authenticator;
import io.cloakroom.tests.browser.Chromium;
import io.cloakroom.tests.keycloak.TestRealm;
import io.cloakroom.tests.mail.Inbox;
import io.cloakroom.tests.mail.Mail;
import io.cloakroom.tests.oidc.DemoApp;
import io.cloakroom.tests.oidc.Login;
import io.cloakroom.tests.pages.SignedIn;
import java.util.List;
import java.util.regex.Pattern;
import org.keycloak.representations.idm.CredentialRepresentation;

/** A new member of a realm at their own computer: an account, a mailbox, a real browser, an authenticator built into it. */
final class Member implements AutoCloseable {

    private static final Pattern COUNTER = Pattern.compile("\"counter\":(\\d+)");

    private static final Pattern BROWSER = Pattern.compile("(?m)^Browser: (.+)$");

    private final TestRealm realm;
    private final String address;
    private final Chromium chromium = Chromium.open();
    private final Authenticator authenticator = Authenticator.builtInto(chromium);

    private String browserInMail = "";

    private Member(TestRealm realm, String address) {
        this.realm = realm;
        this.address = address;
    }

    static Member of(TestRealm realm, String address) {
        realm.user(address);
        return new Member(realm, address);
    }

    /** The same who has no account yet. */
    static Member newcomer(TestRealm realm, String address) {
        return new Member(realm, address);
    }

    Chromium chromium() {
        return chromium;
    }

    Authenticator authenticator() {
        return authenticator;
    }

    Inbox inbox() {
        return Inbox.of(address);
    }

    /** The passkeys of the account, as an administrator sees them. */
    List<CredentialRepresentation> passkeys() {
        return realm.existing(address).credentials().stream()
                .filter(credential -> credential.getType().equals("webauthn-passwordless"))
                .toList();
    }

    /** The signature counter of the only passkey, as the server knows it. */
    long counter() {
        return COUNTER.matcher(passkeys().get(0).getCredentialData())
                .results()
                .mapToLong(match -> Long.parseLong(match.group(1)))
                .findFirst()
                .orElseThrow();
    }

    Login visit() {
        return visit(DemoApp.of(realm.issuer()));
    }

    /** Goes to the app in a browser that is signed in nowhere. */
    Login visit(DemoApp app) {
        Login login = app.login();
        chromium.forgetCookies().go(login.uri());
        return login;
    }

    /** From the page that asks who is here to the one behind the code. */
    void proveMailbox() {
        chromium.type("username", address).press("#cloakroom-email");
        enterCode();
    }

    /** Types the code from the mail. */
    void enterCode() {
        Mail mail = inbox().awaitMail();
        browserInMail = BROWSER.matcher(mail.text())
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElse("");
        chromium.type("code", mail.code()).press("#cloakroom-verify");
    }

    /** What the mail with the last code has called the browser. */
    String browserInMail() {
        return browserInMail;
    }

    /** Signs in by email, takes the passkey that is offered, and reads the mail about it. */
    void addPasskey() {
        Login login = visit();
        proveMailbox();
        chromium.press("#cloakroom-add");
        arrive(login);
        inbox().awaitMail();
    }

    /** The app has got its answer. */
    SignedIn arrive(Login login) {
        return login.redeem(chromium.awaitArrivalAt(login.redirectUri()));
    }

    @Override
    public void close() {
        chromium.close();
    }
}
