package io.cloakroom.tests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** What the server has logged, entry by entry: a line that starts with a date, and the lines that belong to it. */
record ServerLog(String text) {

    private static final String NEXT_ENTRY = "(?m)^(?=\\d{4}-\\d\\d-\\d\\d )";
    /** Keycloak's mail sender logs what a mail server refused, with the way that led there. */
    private static final String MAIL_NOT_TAKEN = "KC-SERVICES0029";
    /** Keycloak prints, without a log entry, what was wrong with a passkey, with the way that led there. */
    private static final String PASSKEY_NOT_TAKEN = "(?m)^com\\.webauthn4j\\..*\\R(\\s+at .*\\R)+";

    static ServerLog of(Path file) throws IOException {
        return new ServerLog(Files.readString(file));
    }

    /** The entries with a stack trace that leads through our code, except those about mail or passkeys that were not taken. */
    List<String> exceptionsOfOurs() {
        return Arrays.stream(text.replaceAll(PASSKEY_NOT_TAKEN, "").split(NEXT_ENTRY))
                .filter(entry -> entry.contains("\tat io.cloakroom.") && !entry.contains(MAIL_NOT_TAKEN))
                .toList();
    }
}
