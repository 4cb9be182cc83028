package io.cloakroom.tests.fuzz;

import io.cloakroom.tests.browser.Browser;
import io.cloakroom.tests.browser.Page;
import io.cloakroom.tests.keycloak.Credentials;
import io.cloakroom.tests.keycloak.RecoveryRequests;
import io.cloakroom.tests.mail.Inbox;
import io.cloakroom.tests.mail.Mail;
import io.cloakroom.tests.pages.CodePage;
import io.cloakroom.tests.pages.IdentifyPage;
import io.cloakroom.tests.pages.LinkPage;
import io.cloakroom.tests.pages.RecoveryPage;
import io.cloakroom.tests.pages.Screen;
import io.cloakroom.tests.pages.SignUpPage;
import io.cloakroom.tests.pages.TotpPage;
import io.cloakroom.tests.phone.AuthenticatorApp;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Every place of ours that a request can reach, by name. */
final class Scenes {

    private final Stage stage;

    Scenes(Stage stage) {
        this.stage = stage;
    }

    Map<String, Scene> all() {
        Map<String, Scene> all = new LinkedHashMap<>();
        all.put("authorization request", this::authorization);
        all.put("address", Scene.page(browser -> browser.open(stage.app()).screen()));
        all.put(
                "password",
                Scene.page(browser -> browser.open(stage.appWithPassword()).screen()));
        all.put("code of a member", Scene.page(browser -> claimed(browser, stage.member())));
        all.put("code of a stranger", Scene.page(browser -> claimed(browser, Stage.stranger())));
        all.put("link sent", Scene.page(browser -> browser.open(stage.linkApp()).submit(Stage.stranger())));
        all.put("link", this::link);
        all.put("link to be confirmed", Scene.page(browser -> LinkPage.screen(browser, stage.link())));
        all.put("link that has ended", browser -> Place.of(browser.get(ours("link/ended/spent?client_id=demo-app"))));
        all.put("not me", browser -> Place.of(notMe(browser)));
        all.put("second factor", Scene.page(this::secondFactor));
        all.put("offer of a passkey", Scene.page(browser -> proven(browser, stage.member())));
        all.put("sign-up", Scene.page(browser -> signUp(browser).screen()));
        all.put("code of a sign-up", Scene.page(browser -> signUp(browser).submit(Stage.stranger())));
        all.put("new account", Scene.page(this::newAccount));
        all.put("recovery", Scene.page(browser -> recovery(browser).screen()));
        all.put("code of a recovery", Scene.page(browser -> recovery(browser).submit(stage.member())));
        all.put("lost passkeys", Scene.page(browser -> recovered(browser, stage.member(Stage.passkey()))));
        all.put("delayed recovery", Scene.page(browser -> recovered(browser, stage.memberWithStrongFactors())));
        all.put("alert of a recovery", Scene.page(this::alert));
        all.put("admin API", this::admin);
        return all;
    }

    private Place authorization(Browser browser) {
        Draft request = Draft.get(stage.app().login().uri());
        Draft hinted = request.copy();
        Map.of(
                        "login_hint", "ann@fuzz.example",
                        "ui_locales", "de en",
                        "acr_values", "1",
                        "prompt", "login",
                        "max_age", "60",
                        "claims", "{\"id_token\":{\"acr\":{\"essential\":true,\"values\":[\"2\"]}}}")
                .forEach((name, value) -> hinted.query.add(Pair.escaped(name, value)));
        return Place.offering(hinted, request, hinted);
    }

    private Place link(Browser browser) {
        Mail mail = mailTo(browser, stage.member());
        URI notMe = mail.links().get(1);
        return Place.offering(
                Draft.get(stage.link()),
                Draft.get(mail.link()),
                Draft.get(notMe),
                Draft.post(notMe, Map.of("confirm", "on")),
                Draft.get(ours("link/ended/expired?client_id=demo-app&kc_locale=de")),
                Draft.post(ours("link/again"), Map.of("client_id", "demo-app")));
    }

    private Page notMe(Browser browser) {
        return browser.get(mailTo(browser, stage.member()).links().get(1));
    }

    private Screen secondFactor(Browser browser) {
        return proven(browser, stage.member(Credentials.totp()));
    }

    private SignUpPage signUp(Browser browser) {
        return SignUpPage.from(browser.open(stage.app()));
    }

    /** The rest of a sign-up that began as a sign-in. */
    private Screen newAccount(Browser browser) {
        String address = Stage.stranger();
        CodePage code = browser.open(stage.openApp()).continueAs(address);
        return code.submit(Inbox.of(address).lastCode());
    }

    private RecoveryPage recovery(Browser browser) {
        return RecoveryPage.from(browser.open(stage.app()));
    }

    private Screen recovered(Browser browser, String address) {
        return recovery(browser).continueAs(address).submit(Inbox.of(address).lastCode());
    }

    /** A sign-in while somebody waits to recover the account. */
    private Screen alert(Browser browser) {
        String address = stage.member(Credentials.totp(), RecoveryRequests.readyIn(Duration.ofHours(1)));
        String totp = AuthenticatorApp.with(Credentials.TOTP_SECRET).code();
        return new TotpPage(proven(browser, address)).submit(totp);
    }

    private Place admin(Browser browser) {
        Map<String, String> order = Map.of(
                "email", Json.quoted(stage.member()),
                "client", "\"demo-app\"",
                "redirectUri", "\"http://localhost:8081/welcome\"",
                "lifespan", "86400",
                "send", "false",
                "requiredActions", "[\"webauthn-register-passwordless\"]");
        return Place.offering(Draft.json(stage.api().magicLinks(), stage.adminToken(), order));
    }

    private Screen proven(Browser browser, String address) {
        Screen code = claimed(browser, address);
        return new CodePage(code).submit(Inbox.of(address).lastCode());
    }

    private Mail mailTo(Browser browser, String address) {
        claimed(browser, address);
        return Inbox.of(address).awaitMail();
    }

    /** In a browser that says it can use passkeys. */
    private Screen claimed(Browser browser, String address) {
        IdentifyPage page = browser.open(stage.app());
        return page.screen().submit(page.form().with("username", address).with("passkeys", "yes"));
    }

    private URI ours(String path) {
        return URI.create(stage.issuer() + "/cloakroom/" + path);
    }
}
