package io.cloakroom.release;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Enumeration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** What an administrator downloads is whole, and says truly what is in it. */
class ReleaseIT {

    private static final Path DIST = Path.of(System.getProperty("release.dist"));
    private static final Path ROOT = Path.of(System.getProperty("release.root"));
    private static final String VERSION = System.getProperty("release.version");
    private static final String ARCHIVE = "cloakroom-" + VERSION + ".zip";
    private static final List<String> JARS =
            List.of("cloakroom-authenticators-" + VERSION + ".jar", "cloakroom-themes-" + VERSION + ".jar");
    private static final String SBOM = "cloakroom-sbom.json";
    private static final Pattern LINK = Pattern.compile("(?:\\]\\(|src=\")([^)\"#:]+)[)\"#]");

    @Test
    void there_is_one_archive_both_jars_a_bill_of_materials_and_the_checksums_of_all_of_them() throws Exception {
        Map<String, String> sums = new TreeMap<>();
        for (String line : Files.readAllLines(DIST.resolve("SHA256SUMS"))) {
            String[] parts = line.split(" [ *]", 2);
            sums.put(parts[1], parts[0]);
        }

        assertThat(sums).containsOnlyKeys(ARCHIVE, JARS.get(0), JARS.get(1), SBOM);
        for (Map.Entry<String, String> sum : sums.entrySet()) {
            assertThat(sha256(Files.readAllBytes(DIST.resolve(sum.getKey())))).isEqualTo(sum.getValue());
        }
        try (Stream<Path> files = Files.list(DIST)) {
            assertThat(files).hasSize(sums.size() + 1);
        }
    }

    @Test
    void the_archive_has_the_jars_the_realm_the_docs_and_what_docker_needs_as_in_the_project() throws Exception {
        Map<String, byte[]> content = archive();

        assertThat(content).containsKeys("README.md", "CHANGELOG.md", "LICENSE", "SECURITY.md", "docs/flows.md");
        assertThat(content).containsKeys("realm-export/cloakroom-realm.json", "docker/app/app.js");
        assertThat(content).containsKeys("docker/Dockerfile", "docker/compose.yaml", "docker/proxy.conf");
        assertThat(content).containsKeys("docker/.env.example", ".dockerignore");
        assertThat(content.keySet()).noneMatch(name -> name.contains("node_modules") || name.endsWith(".env"));
        for (String jar : JARS) {
            assertThat(content.remove("providers/" + jar)).isEqualTo(Files.readAllBytes(DIST.resolve(jar)));
        }
        assertThat(content.keySet()).noneMatch(name -> name.startsWith("providers/"));
        for (Map.Entry<String, byte[]> entry : content.entrySet()) {
            assertThat(entry.getValue())
                    .as("%s", entry.getKey())
                    .isEqualTo(Files.readAllBytes(ROOT.resolve(entry.getKey())));
        }
    }

    @Test
    void what_the_readme_links_to_is_in_the_archive() throws IOException {
        Map<String, byte[]> content = archive();

        List<String> links = LINK.matcher(Files.readString(ROOT.resolve("README.md")))
                .results()
                .map(match -> match.group(1))
                .toList();
        assertThat(links)
                .hasSizeGreaterThan(10)
                .allMatch(link ->
                        content.keySet().stream().anyMatch(name -> name.equals(link) || name.startsWith(link + "/")));
    }

    @Test
    void the_bill_of_materials_lists_both_jars_and_nothing_that_they_bundle() throws Exception {
        JsonNode bill = new ObjectMapper().readTree(Files.readString(DIST.resolve(SBOM)));

        Map<String, String> hashes = new TreeMap<>();
        for (JsonNode component : bill.get("components")) {
            for (JsonNode hash : component.get("hashes")) {
                if (hash.get("alg").asText().equals("SHA-256")) {
                    String name = component.get("name").asText() + "-"
                            + component.get("version").asText() + ".jar";
                    hashes.put(name, hash.get("content").asText());
                }
            }
        }
        assertThat(hashes).containsOnlyKeys(JARS.get(0), JARS.get(1));
        for (String jar : JARS) {
            assertThat(hashes.get(jar)).isEqualTo(sha256(Files.readAllBytes(DIST.resolve(jar))));
        }
        assertThat(bill.get("components")).hasSize(JARS.size());
    }

    /** Files by their path below the one folder that everything is in. */
    private static Map<String, byte[]> archive() throws IOException {
        Map<String, byte[]> content = new LinkedHashMap<>();
        String folder = "cloakroom-" + VERSION + "/";
        try (ZipFile zip = new ZipFile(DIST.resolve(ARCHIVE).toFile())) {
            for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                assertThat(entry.getName()).startsWith(folder);
                if (!entry.isDirectory()) {
                    content.put(
                            entry.getName().substring(folder.length()),
                            zip.getInputStream(entry).readAllBytes());
                }
            }
        }
        return content;
    }

    private static String sha256(byte[] bytes) throws NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
