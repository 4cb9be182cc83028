package io.cloakroom.tests.keycloak;

import com.github.dockerjava.api.command.BuildImageCmd;
import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.NotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.images.builder.ImageFromDockerfile;

/** What {@code docker/Dockerfile} makes of the JARs of this build, as if they had been downloaded. */
public record CloakroomImage(String name) {

    private static final String DOCKERFILE = "Dockerfile";
    /** Keycloak's build numbers the classes that it makes as its threads come along: their bytes are never the same. */
    private static final String WHAT_WE_ADD = """
            cd /opt/keycloak
            stat -c '%n %A %u:%g %y' providers/* lib/quarkus/* data/import
            sha256sum providers/* lib/quarkus/*.properties lib/quarkus/*.dat
            """;

    private static final Map<String, CloakroomImage> KEPT = new ConcurrentHashMap<>();
    private static final Set<String> BUILT = ConcurrentHashMap.newKeySet();

    /** The one for that database, built when first asked for. */
    public static CloakroomImage of(String database) {
        return KEPT.computeIfAbsent(database, first -> build(first, command -> {}));
    }

    /** Another one, for which the engine uses nothing that it kept of earlier builds. */
    public static CloakroomImage anew(String database) {
        return build(database, command -> command.withNoCache(true));
    }

    /** Leaves the engine as it was: for the end of this JVM, when the last container that needs an image has gone. */
    static void removeUnused() {
        BUILT.removeIf(CloakroomImage::wasRemoved);
    }

    private static boolean wasRemoved(String image) {
        try {
            DockerClientFactory.lazyClient().removeImageCmd(image).exec();
            return true;
        } catch (NotFoundException e) {
            return true;
        } catch (ConflictException e) {
            return false;
        }
    }

    /** What it is built on: the version that the other tests run against. */
    static String base() {
        return "quay.io/keycloak/keycloak:" + version();
    }

    /** Rights, owner and time of what the base does not have, and the hash of what is made alike each time. */
    public List<String> files() {
        try (GenericContainer<?> container = new GenericContainer<>(name)) {
            container
                    .withNetworkMode("none")
                    .withCreateContainerCmdModifier(command -> command.withEntrypoint("sleep"))
                    .withCommand("600")
                    .start();
            return container
                    .execInContainer("bash", "-ec", WHAT_WE_ADD)
                    .getStdout()
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted while looking into an image", e);
        }
    }

    private static CloakroomImage build(String database, Consumer<BuildImageCmd> modifier) {
        ImageFromDockerfile image = new ImageFromDockerfile()
                .withFileFromPath(DOCKERFILE, Workspace.docker().resolve(DOCKERFILE))
                .withBuildArg("KEYCLOAK_VERSION", version())
                .withBuildArg("KC_DB", database)
                .withBuildImageCmdModifier(modifier);
        for (Path jar : StartUps.jars()) {
            image.withFileFromPath(jar.getFileName().toString(), jar);
        }
        BUILT.add(image.get());
        return new CloakroomImage(image.get());
    }

    private static String version() {
        return Workspace.fromSystemProperties()
                .distribution()
                .getFileName()
                .toString()
                .replace("keycloak-", "");
    }
}
