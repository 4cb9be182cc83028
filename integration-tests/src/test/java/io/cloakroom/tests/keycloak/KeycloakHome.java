package io.cloakroom.tests.keycloak;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/** A private copy of the unpacked distribution, so that runs share neither database nor build results. */
final class KeycloakHome {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final Path directory;
    private final Path log;

    private KeycloakHome(Path directory, Path log) {
        this.directory = directory;
        this.log = log;
    }

    static KeycloakHome create(Workspace workspace) {
        String run = ProcessHandle.current().pid() + "-" + COUNT.incrementAndGet();
        Path logs = workspace.target().resolve("keycloak-logs");
        KeycloakHome home = new KeycloakHome(
                workspace.target().resolve("keycloak-runs").resolve(run), logs.resolve("keycloak-" + run + ".log"));
        try {
            // A process id comes back some day, and with it the name of a run that was killed.
            home.delete();
            Files.createDirectories(logs);
            Files.deleteIfExists(home.log);
            home.fill(workspace);
            return home;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path script() {
        return directory.resolve("bin").resolve("kc.sh");
    }

    Path log() {
        return log;
    }

    /** The log of one of several servers that this home runs. */
    Path log(String server) {
        return log.resolveSibling(log.getFileName().toString().replace(".log", "-" + server + ".log"));
    }

    Path providers() {
        return directory.resolve("providers");
    }

    Path libraries() {
        return directory.resolve("lib").resolve("lib").resolve("main");
    }

    /** Puts a class of the tests, with those inside it, into the servers that this home runs, before they are built. */
    void addProvider(Class<?> service, Class<?> provider) {
        Path jar = providers().resolve(provider.getSimpleName() + ".jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            addClass(out, provider);
            for (Class<?> part : provider.getDeclaredClasses()) {
                addClass(out, part);
            }
            out.putNextEntry(new JarEntry("META-INF/services/" + service.getName()));
            out.write(provider.getName().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void addClass(JarOutputStream out, Class<?> type) throws IOException {
        String file = type.getName().replace('.', '/') + ".class";
        out.putNextEntry(new JarEntry(file));
        try (InputStream code = type.getResourceAsStream("/" + file)) {
            code.transferTo(out);
        }
    }

    /** A place beside the distribution that goes when the home goes. */
    Path database() {
        return directory.resolve("shared-database");
    }

    /** Leaves a stock Keycloak. */
    void removeJars() {
        try (Stream<Path> jars = Files.list(providers())) {
            jars.forEach(KeycloakHome::deleteFile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts the JARs of that folder in the place of ours. */
    void takeJars(Path folder) {
        removeJars();
        try (Stream<Path> jars = Files.list(folder)) {
            for (Path jar : (Iterable<Path>) jars.filter(file -> file.toString().endsWith(".jar"))::iterator) {
                Files.copy(jar, providers().resolve(jar.getFileName()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Leaves a Keycloak that has no realm but its own. */
    void removeImport() {
        try (Stream<Path> realms = Files.list(imports())) {
            realms.forEach(KeycloakHome::deleteFile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void delete() {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder()).forEach(KeycloakHome::deleteFile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void fill(Workspace workspace) throws IOException {
        Path template = workspace.distribution();
        try (Stream<Path> files = Files.walk(template)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                place(file, template.relativize(file));
            }
        }
        Files.createDirectories(imports());
        Files.copy(workspace.realm(), imports().resolve(workspace.realm().getFileName()));
    }

    private Path imports() {
        return directory.resolve("data").resolve("import");
    }

    private void place(Path file, Path relative) throws IOException {
        Path copy = directory.resolve(relative);
        if (Files.isDirectory(file)) {
            Files.createDirectories(copy);
        } else if (relative.startsWith(Path.of("lib", "lib"))) {
            link(file, copy);
        } else {
            Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
        }
    }

    /** The libraries are most of the distribution, and nobody writes to them. */
    private static void link(Path file, Path copy) throws IOException {
        try {
            Files.createLink(copy, file);
        } catch (UnsupportedOperationException | IOException e) {
            Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
        }
    }

    private static void deleteFile(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
