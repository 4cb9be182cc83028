package io.cloakroom.tests.browser;

import java.net.URI;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/** Where the browser came to rest: a page of Keycloak's, or a redirect to somebody else's site. */
public record Page(Exchange exchange, Document document) {

    static Page of(Exchange exchange) {
        return new Page(exchange, Jsoup.parse(exchange.body(), exchange.uri().toString()));
    }

    public int status() {
        return exchange.status();
    }

    /** Keycloak's name for the page, such as {@code login-login-otp}. */
    public String id() {
        return document.body().attr("data-page-id");
    }

    public boolean hasForm(String id) {
        return document.getElementById(id) instanceof FormElement;
    }

    public Form form(String id) {
        if (document.getElementById(id) instanceof FormElement form) {
            return Form.of(form);
        }
        throw new AssertionError("There is no form " + id + " on " + this);
    }

    /** What the page says is wrong, at a field or above the form; empty if nothing is. */
    public String error() {
        Element error = document.selectFirst("[id^=input-error-]:not([id^=input-error-container])");
        return error == null ? textOf(".pf-m-danger .kc-feedback-text, #kc-error-message .instruction") : error.text();
    }

    /** What the page announces above the form without anything being wrong; empty if nothing. */
    public String notice() {
        return textOf(".pf-m-info .kc-feedback-text, .pf-m-success .kc-feedback-text, .pf-m-warning .kc-feedback-text");
    }

    /** The text of the first such element; empty if there is none. */
    public String textOf(String selector) {
        Element element = document.selectFirst(selector);
        return element == null ? "" : element.text();
    }

    /** Where the browser was sent off to, away from Keycloak. */
    public URI leftTo() {
        if (!hasLeft()) {
            throw new AssertionError("The browser was not sent back to the app but is on " + this);
        }
        return exchange.location().orElseThrow();
    }

    public boolean hasLeft() {
        return exchange.isRedirect();
    }

    @Override
    public String toString() {
        return String.format(
                "%s %s -> %d, page '%s', title '%s', error '%s'",
                exchange.method(), exchange.uri().getPath(), status(), id(), document.title(), error());
    }
}
