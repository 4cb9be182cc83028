package io.cloakroom.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.keycloak.models.UserModel;
import org.keycloak.storage.ReadOnlyException;
import org.keycloak.util.JsonSerialization;

/**
 * What came of which proof and outlives the session that came of it, kept at the account: whoever says "this was not me"
 * about the mail wants it gone, too.
 */
public final class ProofTraces {

    private final UserModel user;
    private final String attribute;

    private ProofTraces(UserModel user, String attribute) {
        this.user = user;
        this.attribute = attribute;
    }

    /** Links to identity providers: the provider, and what it calls whoever has it. */
    public static ProofTraces ofLinks(UserModel user) {
        return new ProofTraces(user, "cloakroomProviderLinks");
    }

    /** Other changes at the account, in the words of {@link AccountChange}. */
    static ProofTraces ofChanges(UserModel user) {
        return new ProofTraces(user, "cloakroomAccountChanges");
    }

    /**
     * From now on any of these proofs can be denied, and what came of them is found.
     *
     * @param what came of them, in the words of whoever keeps these traces
     * @param stays which of the older ones are still worth something, by their words
     */
    public void add(Collection<String> proofIds, List<String> what, Predicate<List<String>> stays) {
        Stream<Trace> others = all().filter(trace -> stays.test(trace.what()));
        Stream<Trace> added = proofIds.stream().map(proofId -> new Trace(proofId, what));
        write(Stream.concat(others, added));
    }

    /** Nothing of what came of that proof is to be found any more. */
    public void forget(String proofId) {
        if (!of(proofId).isEmpty()) {
            write(all().filter(trace -> !trace.proofId().equals(proofId)));
        }
    }

    /** The proofs that something came of which is like that. */
    Stream<String> proofs(Predicate<List<String>> what) {
        return all().filter(trace -> what.test(trace.what())).map(Trace::proofId);
    }

    /** What came of that proof. */
    public List<List<String>> of(String proofId) {
        return all().filter(trace -> trace.proofId().equals(proofId))
                .map(Trace::what)
                .toList();
    }

    private void write(Stream<Trace> traces) {
        try {
            user.setAttribute(attribute, traces.distinct().map(Trace::format).toList());
        } catch (ReadOnlyException e) {
            // A read-only user store keeps nothing; there an administrator has to undo what came of a mail.
        }
    }

    /** Attributes are an administrator's to change: what cannot be read is nothing. */
    private Stream<Trace> all() {
        return user.getAttributeStream(attribute).flatMap(Trace::parse);
    }

    private record Trace(String proofId, List<String> what) {

        static Stream<Trace> parse(String stored) {
            try {
                String[] parts = JsonSerialization.readValue(stored, String[].class);
                boolean isWhole = parts != null
                        && parts.length > 1
                        && !Arrays.asList(parts).contains(null);
                return isWhole
                        ? Stream.of(new Trace(parts[0], List.of(parts).subList(1, parts.length)))
                        : Stream.empty();
            } catch (IOException e) {
                return Stream.empty();
            }
        }

        String format() {
            try {
                return JsonSerialization.writeValueAsString(
                        Stream.concat(Stream.of(proofId), what.stream()).toList());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
