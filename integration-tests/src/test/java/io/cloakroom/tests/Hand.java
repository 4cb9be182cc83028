package io.cloakroom.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloakroom.tests.browser.Browser;
import io.cloakroom.tests.browser.Form;
import io.cloakroom.tests.mail.Inbox;
import io.cloakroom.tests.mail.Mail;
import io.cloakroom.tests.oidc.DemoApp;
import io.cloakroom.tests.pages.CodePage;
import io.cloakroom.tests.pages.IdentifyPage;
import io.cloakroom.tests.pages.Screen;
import io.cloakroom.tests.phone.SoftPasskey;

/** Somebody who has got hold of codes, and changes the account that they sign in to: its owner, or a thief. */
record Hand(Browser browser, DemoApp demo, SoftPasskey passkey) {

    static Hand at(DemoApp demo) {
        return new Hand(Browser.create(), demo, SoftPasskey.create());
    }

    /** At the offer that follows the code of the mail. */
    Mail addPasskey(String address) {
        IdentifyPage page = browser.open(demo);
        Screen code = page.screen()
                .submit(page.form()
                        .with("username", address)
                        .with("method", "email")
                        .with("passkeys", "yes"));
        Mail mail = Inbox.of(address).awaitMail();
        Screen offer = code.submit(code.page().form("cloakroom-code-form").with("code", mail.code()));
        offer.submit(new Form(offer.page().form("register").action(), passkey.enrol(offer.page())))
                .signedIn();
        return mail;
    }

    /** In a session that there is already. */
    void enrolAnother() {
        Screen page = at("webauthn-register-passwordless");
        Form form = page.page().form("register");
        page.submit(new Form(form.action(), passkey.enrol(page.page())));
    }

    Mail signIn(String address) {
        CodePage code = browser.open(demo).continueAs(address);
        Mail mail = Inbox.of(address).awaitMail();
        code.enter(mail.code());
        return mail;
    }

    Screen at(String action) {
        return browser.open(demo.with("kc_action", action)::screen);
    }

    void moveTo(String address) {
        Screen form = at("UPDATE_EMAIL");
        form.submit(form.page().form("kc-update-email-form").with("email", address));
    }

    void setPassword(String password) {
        Screen page = browser.open(demo.with("kc_action", "UPDATE_PASSWORD")::screen);
        Screen after = page.submit(page.page()
                .form("kc-passwd-update-form")
                .with("password-new", password)
                .with("password-confirm", password));
        assertThat(after.page().hasLeft()).as("%s", after.page()).isTrue();
    }
}
