package io.cloakroom.tests.keycloak;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/** Asks the health endpoint: the line "Listening on" comes before the server answers. */
final class Readiness {

    private static final Duration PAUSE = Duration.ofMillis(250);

    private final HttpClient http = HttpClient.newHttpClient();
    private final HttpRequest question;

    Readiness(URI health) {
        this.question =
                HttpRequest.newBuilder(health).timeout(Duration.ofSeconds(5)).build();
    }

    /** Whether the server became ready, in time and alive. */
    boolean await(Duration timeout, BooleanSupplier alive) {
        Instant deadline = Instant.now().plus(timeout);
        try {
            while (alive.getAsBoolean() && Instant.now().isBefore(deadline)) {
                if (isReady()) {
                    return true;
                }
                Thread.sleep(PAUSE.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    private boolean isReady() throws InterruptedException {
        try {
            return http.send(question, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }
}
