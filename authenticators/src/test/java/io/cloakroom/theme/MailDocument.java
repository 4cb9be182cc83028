package io.cloakroom.theme;

import java.io.IOException;
import java.io.StringReader;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * The HTML part of a mail, taken apart. It is well-formed, so that no mail program has to guess; only Keycloak leaves its line
 * breaks open.
 *
 * @param root its outermost element
 */
record MailDocument(Element root) {

    /** What a mail program would show or fetch. */
    static MailDocument of(String html) {
        try {
            Document document = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(html.strip().replaceAll("<br ?/?>", "<br/> "))));
            return new MailDocument(document.getDocumentElement());
        } catch (ParserConfigurationException | IOException e) {
            throw new IllegalStateException(e);
        } catch (SAXException e) {
            throw new AssertionError("Not well-formed: " + e.getMessage() + "\n" + html, e);
        }
    }

    /** All elements in their order. */
    Stream<Element> elements() {
        return stream(root.getElementsByTagName("*")).map(Element.class::cast);
    }

    /** Those with that name. */
    Stream<Element> elements(String name) {
        return elements().filter(element -> element.getTagName().equals(name));
    }

    /** Those with that class. */
    Stream<Element> marked(String name) {
        return elements().filter(element -> classes(element).contains(name));
    }

    /** Where its links lead. */
    List<String> addresses() {
        return elements("a").map(link -> link.getAttribute("href")).toList();
    }

    /** What is read first, besides the subject. */
    Element preheader() {
        return elements("div").findFirst().orElseThrow();
    }

    /** Paragraph by paragraph what it says. */
    List<String> paragraphs() {
        Predicate<Element> isParagraph = element -> Set.of("p", "h1").contains(element.getTagName())
                || classes(element).contains("cloakroom-code");
        return elements().filter(isParagraph).map(MailDocument::words).toList();
    }

    /** Everything in it but what is said: the tags and attributes. */
    List<String> skeleton() {
        return elements()
                .map(element -> element.getTagName()
                        + IntStream.range(0, element.getAttributes().getLength())
                                .mapToObj(i -> element.getAttributes().item(i).getNodeName())
                                .collect(Collectors.toCollection(TreeSet::new)))
                .toList();
    }

    /** Its style, property by property. */
    static Map<String, String> style(Element element) {
        return declarations(element.getAttribute("style"));
    }

    /** A list of declarations, property by property. */
    static Map<String, String> declarations(String css) {
        Map<String, String> found = new TreeMap<>();
        Arrays.stream(css.split(";"))
                .map(declaration -> declaration.split(":", 2))
                .filter(parts -> parts.length == 2)
                .forEach(parts -> found.put(
                        parts[0].strip(), parts[1].replace("!important", "").strip()));
        return found;
    }

    static Set<String> classes(Element element) {
        return Set.of(element.getAttribute("class").split(" "));
    }

    /** The element's own text, without that of the elements in it. */
    static String ownWords(Element element) {
        return stream(element.getChildNodes())
                .filter(node -> node.getNodeType() == Node.TEXT_NODE)
                .map(Node::getTextContent)
                .collect(Collectors.joining())
                .replaceAll("[\\s\\u00A0]+", " ")
                .strip();
    }

    /** All of the element's text, line breaks as blanks. */
    static String words(Element element) {
        return element.getTextContent().replaceAll("\\s+", " ").strip();
    }

    private static Stream<Node> stream(NodeList nodes) {
        return IntStream.range(0, nodes.getLength()).mapToObj(nodes::item);
    }
}
