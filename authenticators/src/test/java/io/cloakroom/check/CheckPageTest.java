package io.cloakroom.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page about the check says what the check says. */
class CheckPageTest {

    private static final String START = "<!-- checks -->\n";

    @Test
    void lists_every_check_with_its_level_and_reason() throws IOException {
        String page = Files.readString(Path.of(System.getProperty("cloakroom.docs"), "admin-api.md"));
        assertThat(page).contains(START);

        String table = page.substring(page.indexOf(START) + START.length()).split("<!-- end -->", 2)[0];

        assertThat(table.strip()).isEqualTo(table());
    }

    @Test
    void no_two_checks_share_an_id_and_none_is_without_words() {
        List<Check> checks = RealmCheck.checks();

        assertThat(checks).extracting(Check::id).doesNotHaveDuplicates().allMatch(id -> id.matches("[a-z0-9-]+"));
        assertThat(checks).allSatisfy(check -> {
            assertThat(check.reason()).matches("[A-Zu].*\\.");
            assertThat(check.fix()).matches("[A-Z].*\\.");
        });
    }

    private static String table() {
        return RealmCheck.checks().stream()
                .map(check -> "| `" + check.id() + "` | " + check.level().id() + " | " + check.reason() + " |")
                .collect(Collectors.joining("\n", "| Check | Level | Why it matters |\n|---|---|---|\n", ""));
    }
}
