package io.cloakroom.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloakroom.tests.browser.Axe;
import io.cloakroom.tests.browser.Check;
import io.cloakroom.tests.browser.Chromium;
import io.cloakroom.tests.browser.Display;
import io.cloakroom.tests.gallery.MailFiles;
import io.cloakroom.tests.gallery.Picture;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every mail as a browser shows its HTML part. No server is needed: the unit tests have written them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryMailIT {

    private static final Display LIGHT = Display.of(700, 700);
    private static final Display DARK = LIGHT.preferring("prefers-color-scheme", "dark");
    private static final Display NARROW = Display.of(320, 640);

    private Chromium chromium;

    static Stream<MailFiles> mails() {
        return MailFiles.in("en");
    }

    @BeforeAll
    void open_a_browser() {
        chromium = Chromium.open();
    }

    @AfterAll
    void close_it() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @ParameterizedTest
    @MethodSource("mails")
    void everybody_can_read_it(MailFiles mail) {
        chromium.go(mail.html());

        SoftAssertions all = new SoftAssertions();
        for (Picture picture : Picture.EACH) {
            picture.take(chromium, "mail-" + mail.name());
        }
        all.assertThat(Axe.MAIL.violations(chromium.on(LIGHT))).as("light").isEmpty();
        all.assertThat(Axe.MAIL.violations(chromium.on(DARK))).as("dark").isEmpty();
        all.assertThat(Check.OVERFLOW.answers(chromium.on(NARROW)))
                .as("at 320 px")
                .isEmpty();
        all.assertThat(Check.LOADED.answers(chromium)).as("loads nothing").isEmpty();
        all.assertAll();
    }

    @Test
    void from_right_to_left_too() {
        MailFiles mail = MailFiles.in("ar").findFirst().orElseThrow();
        chromium.go(mail.html());

        Picture.LIGHT.take(chromium, "mail-" + mail.name() + "-ar");

        assertThat(Axe.MAIL.violations(chromium.on(LIGHT))).isEmpty();
        assertThat(Check.OVERFLOW.answers(chromium.on(NARROW))).isEmpty();
    }
}
