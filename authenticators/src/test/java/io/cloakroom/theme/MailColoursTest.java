package io.cloakroom.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** The colours of mails: readable by day and by night, a realm's own included. */
class MailColoursTest {

    private static final MailRendering ENGLISH = MailRendering.of("en");
    private static final Pattern DARK =
            Pattern.compile("@media \\(prefers-color-scheme: dark\\) \\{((?:[^{}]*\\{[^}]*})*)");
    private static final Pattern RULE = Pattern.compile("\\.([\\w-]+) \\{([^}]*)}");

    /** WCAG 2.2, 1.4.3. */
    private static final double ENOUGH = 4.5;

    @Test
    void every_word_stands_out_by_day_and_by_night() {
        MailSample.all(ENGLISH.locale()).forEach(mail -> {
            String html = ENGLISH.html(mail);
            assertReadable(mail.name(), html, Map.of());
            assertReadable(mail.name() + " at night", html, night(html));
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 28, 57, 85, 113, 142, 170, 198, 227, 255})
    void every_word_stands_out_whatever_the_accent(int red) {
        IntStream.range(0, 100).forEach(rest -> {
            String accent = String.format("#%02X%02x%02x", red, rest / 10 * 255 / 9, rest % 10 * 255 / 9);
            String html = ENGLISH.html(link(Map.of("accent", accent, "accentDark", accent)));
            assertReadable(accent, html, Map.of());
            assertReadable(accent + " at night", html, night(html));
        });
    }

    private static MailSample link(Map<String, String> brand) {
        return MailSample.ours(ENGLISH.locale())
                .filter(mail -> mail.name().equals("link"))
                .map(mail -> mail.with(Map.of("brand", brand)))
                .findFirst()
                .orElseThrow();
    }

    /** What the style sheet changes, by class. */
    private static Map<String, Map<String, String>> night(String html) {
        Map<String, Map<String, String>> rules = new HashMap<>();
        DARK.matcher(html)
                .results()
                .flatMap(block -> RULE.matcher(block.group(1)).results())
                .forEach(rule -> rules.put(rule.group(1), MailDocument.declarations(rule.group(2))));
        assertThat(rules).containsKeys("cloakroom-card", "cloakroom-text", "cloakroom-ink");
        return rules;
    }

    private static void assertReadable(String mail, String html, Map<String, Map<String, String>> rules) {
        MailDocument document = MailDocument.of(html);
        Element preheader = document.preheader();
        document.elements()
                .filter(element -> !MailDocument.ownWords(element).isEmpty() && element != preheader)
                .filter(element -> !element.getParentNode().getNodeName().equals("head"))
                .forEach(element -> {
                    double contrast =
                            contrast(inForce(element, "color", rules), inForce(element, "background-color", rules));
                    assertThat(contrast)
                            .as("%s: %s", mail, MailDocument.ownWords(element))
                            .isGreaterThanOrEqualTo(ENOUGH);
                });
    }

    /** What the element or the nearest around it says. */
    private static String inForce(Element element, String property, Map<String, Map<String, String>> rules) {
        return Stream.<Node>iterate(element, Element.class::isInstance, Node::getParentNode)
                .map(Element.class::cast)
                .flatMap(around -> Stream.concat(
                        MailDocument.classes(around).stream()
                                .flatMap(name -> Stream.ofNullable(
                                        rules.getOrDefault(name, Map.of()).get(property))),
                        Stream.ofNullable(MailDocument.style(around).get(property))))
                .findFirst()
                .orElseThrow();
    }

    private static double contrast(String one, String other) {
        double a = luminance(one) + 0.05;
        double b = luminance(other) + 0.05;
        return Math.max(a, b) / Math.min(a, b);
    }

    private static double luminance(String colour) {
        int rgb = Integer.parseInt(colour.substring(1), 16);
        return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8) + 0.0722 * linear(rgb);
    }

    private static double linear(int channel) {
        double x = (channel & 0xff) / 255.0;
        return x <= 0.04045 ? x / 12.92 : Math.pow((x + 0.055) / 1.055, 2.4);
    }
}
