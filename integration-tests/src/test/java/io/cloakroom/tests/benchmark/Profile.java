package io.cloakroom.tests.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedMethod;
import jdk.jfr.consumer.RecordingFile;

/** What a flight recording says of one kind of work, whose stacks all go through one class. */
final class Profile {

    /** Where all posts of a login go through. */
    static final String POSTS = "org.keycloak.services.resources.LoginActionsService";

    /** Where all mails go through. */
    static final String MAILS = "io.cloakroom.mail.DeliveryQueue";

    private static final String OURS = "io.cloakroom.";
    private static final int LINES = 25;

    private final Tally time = new Tally();
    private final Tally memory = new Tally();

    private final String root;

    private Profile(String root) {
        this.root = root;
    }

    static Profile of(String root, Path recording) {
        Profile profile = new Profile(root);
        try (RecordingFile file = new RecordingFile(recording)) {
            while (file.hasMoreEvents()) {
                profile.add(file.readEvent());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return profile;
    }

    private void add(RecordedEvent event) {
        if (event.getStackTrace() == null) {
            return;
        }
        List<RecordedFrame> frames = event.getStackTrace().getFrames();
        if (frames.stream().noneMatch(frame -> type(frame).equals(root))) {
            return;
        }
        switch (event.getEventType().getName()) {
            case "jdk.ExecutionSample" -> time.add(frames, 1);
            case "jdk.ObjectAllocationSample" -> memory.add(frames, event.getLong("weight"));
            default -> {}
        }
    }

    @Override
    public String toString() {
        return root + ", samples of time\n" + time + "\n" + root + ", bytes\n" + memory;
    }

    private static String type(RecordedFrame frame) {
        return frame.getMethod().getType().getName();
    }

    private static String name(RecordedFrame frame) {
        RecordedMethod method = frame.getMethod();
        return method.getType().getName() + "." + method.getName();
    }

    /** Shares of one kind of cost. */
    private static final class Tally {

        private final Map<String, Long> byOurs = new HashMap<>();
        private final Map<String, Long> byOurEntry = new HashMap<>();
        private final Map<String, Long> byLeaf = new HashMap<>();
        private long all;

        /** Frames come with the innermost first. */
        void add(List<RecordedFrame> frames, long cost) {
            all += cost;
            byLeaf.merge(name(frames.get(0)), cost, Long::sum);
            Optional<String> innermost = frames.stream()
                    .filter(frame -> type(frame).startsWith(OURS))
                    .map(Profile::name)
                    .findFirst();
            innermost.ifPresent(ours -> byOurs.merge(ours, cost, Long::sum));
            frames.stream()
                    .filter(frame -> type(frame).startsWith(OURS))
                    .map(Profile::name)
                    .distinct()
                    .forEach(ours -> byOurEntry.merge(ours, cost, Long::sum));
        }

        @Override
        public String toString() {
            long ours = byOurs.values().stream().mapToLong(Long::longValue).sum();
            return String.format(Locale.ROOT, "all: %d, below a frame of ours: %.1f %%\n", all, 100.0 * ours / all)
                    + "of ours, with what they call:\n" + top(byOurEntry)
                    + "of ours, with what they call outside of ours:\n" + top(byOurs)
                    + "innermost frames, anybody's:\n" + top(byLeaf);
        }

        private String top(Map<String, Long> shares) {
            Function<Map.Entry<String, Long>, String> line = share ->
                    String.format(Locale.ROOT, "  %5.1f %%  %s\n", 100.0 * share.getValue() / all, share.getKey());
            return shares.entrySet().stream()
                    .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                    .limit(LINES)
                    .map(line)
                    .reduce("", String::concat);
        }
    }
}
