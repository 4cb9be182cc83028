package io.cloakroom.tests.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What a developer copies is what the docs quote, and what the lock file names is what the page loads. */
class SampleAppIT {

    private static final Path APP = Path.of(System.getProperty("cloakroom.app"));
    private static final Path DOCS = Path.of(System.getProperty("cloakroom.docs"));
    private static final Pattern QUOTE = Pattern.compile("(?ms)^```js\\n(.*?)^```$");

    @Test
    void what_the_docs_quote_stands_in_the_sample() throws IOException {
        List<String> quotes = QUOTE.matcher(Files.readString(DOCS.resolve("apps.md")))
                .results()
                .map(match -> withoutLayout(match.group(1)))
                .toList();

        String source = withoutLayout(Files.readString(APP.resolve("app.js")));
        assertThat(quotes).hasSizeGreaterThan(2).allMatch(source::contains);
    }

    @Test
    void the_library_is_the_one_that_the_lock_file_names() throws IOException {
        JsonNode locked = new ObjectMapper()
                .readTree(Files.readString(APP.resolve("package-lock.json")))
                .at("/packages/node_modules~1oidc-client-ts/version");

        assertThat(Files.readString(APP.resolve("lib/oidc-client-ts.min.js"))).contains("=\"" + locked.asText() + "\"");
    }

    @Test
    void the_policy_lets_no_inline_script_or_style_in_and_the_page_has_none() throws IOException {
        assertThat(Files.readString(APP.resolve("nginx.conf.template")))
                .contains("default-src 'none'; script-src 'self'; style-src 'self'")
                .doesNotContain("unsafe");
        assertThat(Files.readString(APP.resolve("index.html")))
                .doesNotContainPattern("<script(?![^>]* src=)|<style| style=| on[a-z]+=");
    }

    private static String withoutLayout(String source) {
        return source.replaceAll("\\s+", " ").strip();
    }
}
