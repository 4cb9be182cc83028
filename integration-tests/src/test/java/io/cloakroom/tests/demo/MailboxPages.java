package io.cloakroom.tests.demo;

import com.sun.net.httpserver.HttpExchange;
import io.cloakroom.tests.mail.Mail;
import io.cloakroom.tests.mail.MailServer;
import io.cloakroom.tests.phone.AuthenticatorApp;
import java.net.URI;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Everybody's mail: the list under {@code /mail}, one mail under {@code /mail/<n>}, its HTML part below that. */
final class MailboxPages {

    private static final Pattern PATH = Pattern.compile("/mail(?:/(\\d{1,6})(/html)?)?/?");
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
        page.link("Demo app", URI.create("/"));
        page.paragraph(
                "Tom's authenticator app shows " + AuthenticatorApp.ofTom().code() + " (each code works once).");
        if (mails.isEmpty()) {
            return page.paragraph("No mail yet.").reply();
        }
        Element table = page.add("table");
        for (int number = mails.size(); number > 0; number--) {
            Mail mail = mails.get(number - 1);
            Element row = page.addRow(table, mail.sentAt().toString(), mail.to());
            row.appendElement("td")
                    .appendElement("a")
                    .attr("href", "/mail/" + number)
                    .text(mail.subject());
        }
        return page.reply();
    }

    private static Reply one(Mail mail, int number) {
        Html page = new Html(mail.subject());
        page.link("All mail", URI.create("/mail"));
        page.paragraph("From " + mail.from() + " to " + mail.to() + ", " + mail.sentAt());
        page.add("h2").text("HTML");
        page.add("iframe").attr("sandbox", SANDBOX).attr("title", "HTML part").attr("src", "/mail/" + number + "/html");
        page.add("h2").text("Text");
        page.add("pre").text(mail.text());
        mail.links().forEach(link -> page.link(link.toString(), link));
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
