package io.cloakroom.tests.gallery;

import io.cloakroom.tests.browser.Authenticator;
import io.cloakroom.tests.browser.Browser;
import io.cloakroom.tests.browser.Chromium;
import io.cloakroom.tests.browser.Display;
import io.cloakroom.tests.keycloak.TestRealm;
import io.cloakroom.tests.mail.Inbox;
import io.cloakroom.tests.mail.Mail;
import io.cloakroom.tests.oidc.DemoApp;
import io.cloakroom.tests.oidc.Login;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;

/** Somebody who knows the way to every page, in one language. */
public final class Guide {

    private static final Display DESKTOP = Display.of(1024, 700);
    private static final AtomicInteger NETWORKS = new AtomicInteger(1);

    private final TestRealm realm;
    private final Chromium chromium;
    private final String language;
    private Login login;
    private Mail mail;

    private Guide(TestRealm realm, Chromium chromium, String language) {
        this.realm = realm;
        this.chromium = chromium;
        this.language = language;
        this.login = app(GalleryRealm.DEMO).login();
    }

    /** With that browser, whose fingerprint sensor takes everybody for a stranger: a passkey comes to nothing. */
    public static Guide of(TestRealm realm, Chromium chromium, String language) {
        return new Guide(realm, chromium, language);
    }

    /** Such a browser. */
    public static Chromium browser() {
        Chromium chromium = Chromium.open().withoutCache();
        Authenticator.builtInto(chromium).meetStranger();
        return chromium;
    }

    public Guide begin() {
        return begin(GalleryRealm.DEMO);
    }

    /** Goes to an app in a browser that has never been anywhere, in a network that nobody else is in. */
    public Guide begin(String client) {
        int network = NETWORKS.getAndIncrement();
        chromium.forgetCookies()
                .at(String.format("10.200.%d.%d", network >> 8 & 255, network & 255))
                .speaking(language)
                .on(DESKTOP);
        return enter(app(client));
    }

    /** Comes to an app once more, which wants to be sure who is here. */
    Guide comeAgain(String client) {
        return enter(app(client).with("prompt", "login"));
    }

    Guide type(String field, String text) {
        chromium.type(field, text);
        return this;
    }

    Guide press(String selector) {
        chromium.press(selector);
        return this;
    }

    public Guide see(String selector) {
        chromium.await(selector);
        return this;
    }

    /** Says who they are, and has the mail. */
    public Guide claim(String claimed) {
        return mailed(claimed, "#cloakroom-email");
    }

    /** The same with the password that is typed in already. */
    Guide claimByPassword(String claimed) {
        return mailed(claimed, "#cloakroom-password");
    }

    /** Comes by a mail that somebody else has asked for elsewhere. */
    Guide finds(String somebody) {
        Browser.create().open(app(GalleryRealm.DEMO)).continueAs(somebody);
        mail = Inbox.of(somebody).awaitMail();
        return this;
    }

    /** The same on the way back into an account, and proves it. */
    Guide recover(String claimed) {
        return press("#cloakroom-to-recovery")
                .mailed(claimed, "#cloakroom-recover")
                .answer();
    }

    /** Types the code from the mail. */
    public Guide answer() {
        return answer(mail.code());
    }

    Guide answer(String code) {
        return type("code", code).press("#cloakroom-verify");
    }

    /** The app has its answer. */
    Guide arrive() {
        chromium.awaitArrivalAt(login.redirectUri());
        return this;
    }

    /** Takes the mail to another browser. */
    Guide elsewhere() {
        chromium.forgetCookies();
        return this;
    }

    /** Says there, by the mail, that it was somebody else. */
    Guide deny() {
        return elsewhere().open(1).press("#cloakroom-deny").see("#cloakroom-denied");
    }

    /** Opens a link of the mail: the first signs in, the last says that it was somebody else. */
    Guide open(int link) {
        chromium.go(mail.links().get(link));
        return this;
    }

    Guide waitFor(long milliseconds) {
        try {
            Thread.sleep(milliseconds);
            return this;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted while waiting", e);
        }
    }

    /** Asks for a page of this login that is no longer its turn. */
    Guide goBackTooFar() {
        String page = chromium.driver().getCurrentUrl();
        chromium.go(URI.create(page.replaceAll("execution=[^&]*", "execution=gone")));
        return this;
    }

    /** An app sends people along with a request that makes no sense. */
    Guide askForNonsense() {
        chromium.go(URI.create(login.uri().toString().replace("demo-app", "no-such-app")));
        return this;
    }

    private Guide enter(DemoApp app) {
        login = app.login();
        chromium.go(login.uri());
        return this;
    }

    private Guide mailed(String claimed, String button) {
        type("username", claimed).press(button);
        mail = Inbox.of(claimed).awaitMail();
        return this;
    }

    private DemoApp app(String client) {
        return DemoApp.called(client, realm.issuer()).with("ui_locales", language);
    }
}
