package io.cloakroom.proof;

import io.cloakroom.flow.Address;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A proof that is out in the world: what is remembered of it here, which is useless without the mail.
 *
 * @param id 128 random bits; names the proof in keys and marks, never in a page
 * @param address whom it was sent to
 * @param keyId the realm key that made the MAC
 * @param mac HMAC-SHA-256 over everything the code is bound to, and the code
 * @param issuedAt when the mail was asked for
 * @param expiresAt the first moment at which it is worth nothing
 * @param sends how many mails this login has asked for to this address, at least 1
 */
public record PendingProof(
        String id, Address address, String keyId, String mac, Instant issuedAt, Instant expiresAt, int sends) {

    private static final Duration FIRST_WAIT = Duration.ofSeconds(30);
    private static final int MOST_DOUBLINGS = 2;
    private static final String SEPARATOR = "\n";

    /** Whether the proof is worth nothing any more; it is so exactly at its deadline. */
    public boolean isExpired(Instant now) {
        return !now.isBefore(expiresAt);
    }

    /** When the next mail may be asked for: 30, 60, then 120 seconds after the last one. */
    public Instant resendableAt() {
        return issuedAt.plus(FIRST_WAIT.multipliedBy(1L << Math.min(sends - 1, MOST_DOUBLINGS)));
    }

    /** Hides everything: whatever logs this object logs nothing. */
    @Override
    public String toString() {
        return "PendingProof[hidden]";
    }

    String store() {
        return String.join(
                SEPARATOR,
                id,
                address.typed(),
                keyId,
                mac,
                Long.toString(issuedAt.toEpochMilli()),
                Long.toString(expiresAt.toEpochMilli()),
                Integer.toString(sends));
    }

    static Optional<PendingProof> load(String stored) {
        String[] part = stored.split(SEPARATOR, -1);
        return Address.parse(part[1])
                .map(address -> new PendingProof(
                        part[0],
                        address,
                        part[2],
                        part[3],
                        Instant.ofEpochMilli(Long.parseLong(part[4])),
                        Instant.ofEpochMilli(Long.parseLong(part[5])),
                        Integer.parseInt(part[6])));
    }
}
