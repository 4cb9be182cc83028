package io.cloakroom.tests.demo;

import com.sun.net.httpserver.HttpExchange;
import io.cloakroom.tests.mail.Mail;
import io.cloakroom.tests.mail.MailServer;
import io.cloakroom.tests.phone.AuthenticatorApp;
import java.net.URI;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Everybody's mail: the list under {@code /mail}, one mail under {@code /mail/<n>}, its HTML part below that. */
final class MailboxPages {

    private static final Pattern PATH = Pattern.compile("/mail(?:/(\\d{1,6})(/html)?)?/?");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneId.systemDefault());
    /** Links open in a tab of their own; scripts do not run. */
    private static final String SANDBOX = "allow-popups allow-popups-to-escape-sandbox";

    Reply reply(HttpExchange exchange) {
        Matcher path = PATH.matcher(exchange.getRequestURI().getPath());
        if (!path.matches()) {
            return Reply.notFound();
        }
        List<Mail> mails = MailServer.shared().mails();
        if (path.group(1) == null) {
            return list(mails);
        }
        int number = Integer.parseInt(path.group(1));
        if (number < 1 || number > mails.size()) {
            return Reply.notFound();
        }
        Mail mail = mails.get(number - 1);
        return path.group(2) == null ? one(mail, number) : html(mail);
    }

    private static Reply list(List<Mail> mails) {
        Html page = new Html("Mailbox").refreshingItself();
        Element card = page.card("h1", "Mail");
        if (mails.isEmpty()) {
            card.appendElement("p").text("No mail yet. What Keycloak sends appears here by itself.");
        }
        Element list = card.appendElement("ul").addClass("mails");
        for (int number = mails.size(); number > 0; number--) {
            add(list, mails.get(number - 1), number);
        }
        return page.paragraph("Tom's authenticator app shows "
                        + AuthenticatorApp.ofTom().code() + " (each code works once).")
                .reply();
    }

    private static void add(Element list, Mail mail, int number) {
        Element link = list.appendElement("li").appendElement("a").attr("href", "/mail/" + number);
        link.appendElement("strong").text(mail.subject());
        link.appendElement("span").text("to " + mail.to());
        link.appendElement("time").attr("datetime", mail.sentAt().toString()).text(TIME.format(mail.sentAt()));
    }

    private static Reply one(Mail mail, int number) {
        Html page = new Html(mail.subject());
        page.link("All mail", URI.create("/mail"));
        Element card = page.card("h1", mail.subject());
        card.appendElement("p")
                .addClass("quiet")
                .text("From " + mail.from() + " to " + mail.to() + ", " + TIME.format(mail.sentAt()));
        card.appendElement("iframe")
                .attr("sandbox", SANDBOX)
                .attr("title", "HTML part")
                .attr("src", "/mail/" + number + "/html");
        Element text = page.card("h2", "As text");
        text.appendElement("pre").attr("tabindex", "0").text(mail.text());
        mail.links()
                .forEach(link -> text.appendElement("p")
                        .appendElement("a")
                        .attr("href", link.toString())
                        .text(link.toString()));
        return page.reply();
    }

    /** Sandboxed by itself too, for whoever opens the frame's address directly. */
    private static Reply html(Mail mail) {
        Document document = Jsoup.parse(mail.html());
        document.head().prependElement("base").attr("target", "_blank");
        return Reply.page(document.outerHtml())
                .with(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox " + SANDBOX);
    }
}
