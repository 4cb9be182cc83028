package io.cloakroom.tests.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** What must not be found in any answer: traces of our insides, and what was sent taken for more than text. */
final class Damage {

    /** No page has an element of that name, unless somebody has smuggled it in. */
    static final String ELEMENT = "cloakroom-xss";
    /** Nor an attribute of that one. */
    static final String ATTRIBUTE = "cloakroom-attribute";
    /** Nor does an answer have that header. */
    static final String HEADER = "Cloakroom-Injected";
    /** No entry or line of the log begins so. */
    static final String LINE = "cloakroom-injected-line";

    /** What the templates among the values come to, if somebody runs them. */
    private static final String PRODUCT = "3703731";

    private static final Pattern STACK_TRACE = Pattern.compile("\\sat [\\w.$/]+\\([\\w. ]+(:\\d+)?\\)");
    /** Within its strings there are no elements; whatever ends it too soon is looked at as the rest of the page. */
    private static final Pattern SCRIPT = Pattern.compile("(?is)<script\\b.*?</script>");

    private static final List<String> INSIDES =
            List.of("io.cloakroom", "FTL stack trace", "FreeMarker template error", PRODUCT);

    private Damage() {}

    static List<String> in(Answer answer) {
        List<String> damage = new ArrayList<>();
        if (STACK_TRACE.matcher(answer.body()).find()) {
            damage.add("a stack trace");
        }
        INSIDES.stream().filter(answer.body()::contains).forEach(damage::add);
        if (!answer.all(HEADER).isEmpty()) {
            damage.add("a header of the request's own");
        }
        if (answer.isHtml()) {
            damage.addAll(inPage(answer.body()));
        }
        return damage;
    }

    private static List<String> inPage(String body) {
        List<String> damage = new ArrayList<>();
        Document page = Jsoup.parse(body);
        if (SCRIPT.matcher(body).replaceAll("").contains("<" + ELEMENT) || page.selectFirst(ELEMENT) != null) {
            damage.add("an element that was smuggled in");
        }
        if (page.selectFirst("[" + ATTRIBUTE + "]") != null) {
            damage.add("an attribute that was smuggled in");
        }
        if (page.selectFirst("[href^=javascript:" + ELEMENT + "], [action^=javascript:], [src^=data:text/html]")
                != null) {
            damage.add("a script that was smuggled in");
        }
        return damage;
    }
}
