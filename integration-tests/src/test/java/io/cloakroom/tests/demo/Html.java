package io.cloakroom.tests.demo;

import java.net.URI;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A page built as a tree, so that no text can turn into markup. */
final class Html {

    private static final String STYLE = "body{font:16px/1.5 system-ui,sans-serif;max-width:52rem;margin:2rem auto;"
            + "padding:0 1rem}table{border-collapse:collapse;width:100%}td,th{text-align:left;padding:.4rem .8rem "
            + ".4rem 0;border-bottom:1px solid #ccc;vertical-align:top;overflow-wrap:anywhere}pre{white-space:pre-wrap;"
            + "background:#f4f4f4;padding:1rem}iframe{width:100%;height:30rem;border:1px solid #ccc}";

    private final Document document = Document.createShell("");

    Html(String title) {
        document.title(title);
        document.head().appendElement("meta").attr("name", "viewport").attr("content", "width=device-width");
        document.head().appendElement("style").appendChild(new DataNode(STYLE));
        document.body().appendElement("h1").text(title);
    }

    Html refreshingItself() {
        document.head().appendElement("meta").attr("http-equiv", "refresh").attr("content", "3");
        return this;
    }

    Html paragraph(String text) {
        document.body().appendElement("p").text(text);
        return this;
    }

    Html link(String text, URI target) {
        document.body()
                .appendElement("p")
                .appendElement("a")
                .attr("href", target.toString())
                .text(text);
        return this;
    }

    Element add(String element) {
        return document.body().appendElement(element);
    }

    Element addRow(Element table, String... cells) {
        Element row = table.appendElement("tr");
        for (String cell : cells) {
            row.appendElement("td").text(cell);
        }
        return row;
    }

    Reply reply() {
        return Reply.page("<!DOCTYPE html>\n" + document.outerHtml());
    }
}
