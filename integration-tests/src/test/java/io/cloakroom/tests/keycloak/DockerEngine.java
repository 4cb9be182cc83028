package io.cloakroom.tests.keycloak;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.DockerClientException;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.Info;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.ContainerFetchException;

/** The engine that runs the image, where one answers. With {@code CLOAKROOM_REQUIRE_DOCKER=true} it must. */
final class DockerEngine {

    private static final Path HOSTNAME = Path.of("/proc/sys/kernel/hostname");

    private static final class Obstacle {
        private static final Optional<String> FOUND = find();
    }

    private DockerEngine() {}

    /** Skips the test where this machine cannot run the image, unless the environment says that it must. */
    static void require() {
        Obstacle.FOUND.ifPresent(DockerEngine::giveUp);
    }

    private static void giveUp(String reason) {
        if ("true".equals(System.getenv("CLOAKROOM_REQUIRE_DOCKER"))) {
            throw new AssertionError(reason + "; CLOAKROOM_REQUIRE_DOCKER=true does not let it be skipped");
        }
        Assumptions.abort(reason + "; CLOAKROOM_REQUIRE_DOCKER=true makes that a failure");
    }

    private static Optional<String> find() {
        Optional<String> obstacle = look();
        // A skipped test says why in its report only.
        obstacle.ifPresent(
                reason -> System.getLogger(DockerEngine.class.getName()).log(System.Logger.Level.WARNING, reason));
        return obstacle;
    }

    private static Optional<String> look() {
        try {
            if (!DockerClientFactory.instance().isDockerAvailable()) {
                return Optional.of("The image is tested where a Docker engine answers, and none does");
            }
            DockerClient client = DockerClientFactory.instance().client();
            if (!sharesOurNetwork(client.infoCmd().exec())) {
                return Optional.of(
                        "The image is tested on the network of this machine, which its Docker engine does not"
                                + " share: it is Docker Desktop's, rootless or on another machine");
            }
            fetch(client, CloakroomImage.base());
            return Optional.empty();
        } catch (ContainerFetchException | DockerException | DockerClientException e) {
            return Optional.of("The image cannot be tested: " + e.getMessage());
        }
    }

    /** An engine in a virtual machine, in another container or elsewhere has another host's name than ours. */
    private static boolean sharesOurNetwork(Info engine) {
        List<String> security = Optional.ofNullable(engine.getSecurityOptions()).orElse(List.of());
        return hostname().equals(engine.getName())
                && security.stream().noneMatch(option -> option.contains("rootless"));
    }

    private static String hostname() {
        try {
            return Files.exists(HOSTNAME) ? Files.readString(HOSTNAME).strip() : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void fetch(DockerClient client, String image) {
        try {
            client.inspectImageCmd(image).exec();
        } catch (NotFoundException e) {
            pull(client, image);
        }
    }

    private static void pull(DockerClient client, String image) {
        try {
            client.pullImageCmd(image).start().awaitCompletion();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DockerClientException("Interrupted while pulling " + image, e);
        }
    }
}
