package io.cloakroom.tests;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A mail's HTML part, for a browser to look at. */
final class HtmlMail {

    private HtmlMail() {}

    static URI asPage(String html) {
        String encoded = Base64.getEncoder().encodeToString(html.getBytes(StandardCharsets.UTF_8));
        return URI.create("data:text/html;base64," + encoded);
    }
}
