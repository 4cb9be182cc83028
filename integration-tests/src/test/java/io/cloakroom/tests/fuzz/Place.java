package io.cloakroom.tests.fuzz;

import io.cloakroom.tests.browser.Page;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.FormElement;

/**
 * Where a visitor stands, and what could be sent from there.
 *
 * @param ways the requests that the place offers; forms count more than links
 * @param again how to get back to it, if a spoilt request can lead away from it
 */
record Place(List<Draft> ways, Optional<Draft> again) {

    private static final int FORMS_COUNT = 6;

    /** The page in front of that browser. */
    static Place of(Page page) {
        return in(page.document(), page.exchange().uri())
                .orElseThrow(() -> new IllegalStateException("Nothing can be sent from " + page));
    }

    /** A place that offers no more than these. */
    static Place offering(Draft... ways) {
        return new Place(List.of(ways), Optional.empty());
    }

    /** The place that an answer leads to, if it is a page with something to send. */
    static Optional<Place> in(Answer answer, URI from) {
        return answer.isHtml() ? in(Jsoup.parse(answer.body(), from.toString()), from) : Optional.empty();
    }

    Draft way(Random random) {
        return ways.get(random.nextInt(ways.size()));
    }

    private static Optional<Place> in(Document page, URI from) {
        List<Draft> ways = new ArrayList<>();
        for (FormElement form : page.forms()) {
            here(form.absUrl("action"), from).ifPresent(action -> {
                for (int i = 0; i < FORMS_COUNT; i++) {
                    ways.add(Draft.post(action, fields(form)));
                }
            });
        }
        if (ways.isEmpty()) {
            return Optional.empty();
        }
        Draft refresh = refresh(ways.get(0), from);
        ways.add(refresh);
        page.select("a[href]")
                .forEach(link -> here(link.absUrl("href"), from).map(Draft::get).ifPresent(ways::add));
        return Optional.of(new Place(ways, Optional.of(refresh)));
    }

    /** Behind a form that has been sent there is a page of its own only where the server has said so. */
    private static Draft refresh(Draft form, URI from) {
        if (form.query.isEmpty()) {
            return Draft.get(from);
        }
        Draft refresh = form.copy();
        refresh.method = "GET";
        refresh.fields.clear();
        refresh.query.removeIf(parameter -> parameter.name().equals("session_code"));
        return refresh;
    }

    /** Whatever host a page speaks of, the same server is asked for it. */
    private static Optional<URI> here(String url, URI from) {
        try {
            URI uri = URI.create(url);
            boolean isKeycloaks = uri.getRawPath() != null && uri.getRawPath().contains("/realms/");
            String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
            return isKeycloaks ? Optional.of(from.resolve(uri.getRawPath() + query)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Map<String, String> fields(FormElement form) {
        Map<String, String> fields = new LinkedHashMap<>();
        form.formData().forEach(field -> fields.put(field.key(), field.value()));
        return fields;
    }
}
