package io.cloakroom.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Leaves a mail of each kind under {@code target/mails}, where a browser of the black-box tests looks at them. */
class MailFilesTest {

    private static final Path FOLDER = Path.of("target", "mails");

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void are_written_for_the_gallery(String language) throws IOException {
        MailRendering mails = MailRendering.of(language);
        List<MailSample> samples = MailSample.all(mails.locale());
        Path folder = Files.createDirectories(FOLDER.resolve(language));
        for (MailSample mail : samples) {
            Files.writeString(folder.resolve(mail.name() + ".html"), mails.html(mail));
            Files.writeString(
                    folder.resolve(mail.name() + ".txt"),
                    "Subject: " + mails.subject(mail) + "\n\n" + mails.text(mail));
        }
        Files.write(
                folder.resolve("order.txt"),
                samples.stream().map(MailSample::name).toList());

        assertThat(samples).extracting(MailSample::name).doesNotHaveDuplicates().startsWith("code");
    }
}
