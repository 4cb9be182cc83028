package io.cloakroom.tests.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ToLongFunction;

/** Where the server spends its time and its memory while it answers the two posts, and while it refuses. */
record ProfileQuestion(Servers servers, Site site) implements Question {

    @Override
    public List<Finding> ask(Plan plan) {
        RefusalQuestion refusals = new RefusalQuestion(site);
        refusals.fill();
        for (int i = 0; i < plan.rounds() * plan.each(); i++) {
            CodeLogin.of(site, site.anybody());
            refusals.timeOfRefusal();
        }
        Path logins =
                record("logins", plan, address -> CodeLogin.of(site, address).address());
        System.out.println(Profile.of(Profile.POSTS, logins));
        System.out.println(Profile.of(Profile.MAILS, logins));
        System.out.println(Profile.of(Profile.POSTS, record("refusals", plan, address -> refusals.timeOfRefusal())));
        return List.of();
    }

    private Path record(String name, Plan plan, ToLongFunction<String> work) {
        Path recording = Path.of(System.getProperty("cloakroom.target"), "benchmark-" + name + ".jfr");
        command("JFR.start", "name=" + name, "settings=profile", "filename=" + recording);
        Throughput.of(2, plan.slice().multipliedBy(plan.rounds()), work);
        command("JFR.stop", "name=" + name);
        return recording;
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
