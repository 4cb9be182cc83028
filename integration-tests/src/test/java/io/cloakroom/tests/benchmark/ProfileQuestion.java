package io.cloakroom.tests.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Where the server spends its time and its memory while it answers the two posts. */
record ProfileQuestion(Servers servers, Site site) implements Question {

    @Override
    public List<Finding> ask(Plan plan) {
        for (int i = 0; i < plan.rounds() * plan.each(); i++) {
            CodeLogin.of(site, site.anybody());
        }
        Path recording = Path.of(System.getProperty("cloakroom.target"), "benchmark.jfr");
        command("JFR.start", "name=posts", "settings=profile", "filename=" + recording);
        Throughput.of(
                2,
                plan.slice().multipliedBy(plan.rounds()),
                address -> CodeLogin.of(site, address).address());
        command("JFR.stop", "name=posts");
        System.out.println(Profile.of(Profile.POSTS, recording));
        System.out.println(Profile.of(Profile.MAILS, recording));
        return List.of();
    }

    /** A command to the server's JVM. */
    private void command(String... words) {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        String[] line = new String[words.length + 2];
        line[0] = jcmd.toString();
        line[1] = Long.toString(servers.first().pid());
        System.arraycopy(words, 0, line, 2, words.length);
        try {
            Process process = new ProcessBuilder(line).inheritIO().start();
            if (process.waitFor() != 0 || !Files.isExecutable(jcmd)) {
                throw new IllegalStateException(String.join(" ", line) + " failed");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
