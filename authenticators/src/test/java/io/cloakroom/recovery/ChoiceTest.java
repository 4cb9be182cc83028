package io.cloakroom.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChoiceTest {

    @ParameterizedTest
    @CsvSource({
        "have, false, HAVE",
        "have, true, HAVE",
        "start, false, START",
        "start, true, NOTHING",
        "stop, false, NOTHING",
        "stop, true, STOP",
        "complete, false, NOTHING",
        "complete, true, COMPLETE",
        "code, false, NOTHING",
        "code, true, NOTHING"
    })
    void a_button_counts_only_where_the_page_has_it(String button, boolean isPending, Choice choice) {
        assertThat(Choice.of(posted(button), isPending)).isEqualTo(choice);
    }

    @Test
    void nothing_posted_is_no_choice() {
        assertThat(Choice.of(posted(), true)).isEqualTo(Choice.NOTHING);
        assertThat(Choice.of(posted(), false)).isEqualTo(Choice.NOTHING);
    }

    @Test
    void of_several_buttons_the_one_that_removes_least_counts() {
        assertThat(Choice.of(posted("complete", "stop", "start", "have"), true)).isEqualTo(Choice.HAVE);
        assertThat(Choice.of(posted("complete", "stop", "start"), true)).isEqualTo(Choice.STOP);
        assertThat(Choice.of(posted("complete", "stop", "start"), false)).isEqualTo(Choice.START);
    }

    private static MultivaluedMap<String, String> posted(String... buttons) {
        MultivaluedMap<String, String> form = new MultivaluedHashMap<>();
        for (String button : buttons) {
            form.putSingle(button, button);
        }
        return form;
    }
}
