package io.cloakroom.tests.demo;

import java.net.URI;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A page in the look of the app, built as a tree, so that no text can turn into markup. */
final class Html {

    private final Document document = Document.createShell("");
    private final Element main;

    Html(String title) {
        document.title(title);
        document.selectFirst("html").attr("lang", "en");
        Element head = document.head();
        head.appendElement("meta").attr("name", "viewport").attr("content", "width=device-width, initial-scale=1");
        head.appendElement("meta").attr("name", "color-scheme").attr("content", "light dark");
        head.appendElement("link").attr("rel", "icon").attr("href", "/icon.svg");
        head.appendElement("link").attr("rel", "stylesheet").attr("href", "/app.css");
        Element bar = document.body().appendElement("header").addClass("bar");
        Element brand = bar.appendElement("a").addClass("brand").attr("href", "/mail");
        brand.appendElement("img").attr("src", "/icon.svg").attr("alt", "").attr("width", "28");
        brand.appendText("Mailbox");
        bar.appendElement("nav").appendElement("a").attr("href", "/").text("Demo app");
        main = document.body().appendElement("main");
    }

    Html refreshingItself() {
        document.head().appendElement("meta").attr("http-equiv", "refresh").attr("content", "3");
        return this;
    }

    Html paragraph(String text) {
        main.appendElement("p").addClass("quiet").text(text);
        return this;
    }

    Html link(String text, URI target) {
        main.appendElement("p")
                .appendElement("a")
                .attr("href", target.toString())
                .text(text);
        return this;
    }

    /** A box with that heading of the given level, to be filled. */
    Element card(String heading, String text) {
        Element card = main.appendElement("section").addClass("card");
        card.appendElement(heading).text(text);
        return card;
    }

    Reply reply() {
        return Reply.page("<!DOCTYPE html>\n" + document.outerHtml());
    }
}
