package io.cloakroom.check;

import java.util.List;

/**
 * A hole in Keycloak that touches what the pack stands on.
 *
 * @param id of the advisory
 * @param fixedIn the first version without it
 */
record Advisory(String id, KeycloakVersion fixedIn) {

    /** The newest version that this list knows of. */
    static final KeycloakVersion KNOWN_UP_TO = new KeycloakVersion(26, 7, 5);

    static final List<Advisory> ALL = List.of(
            // Required-action tokens can be replayed to enrol a passkey.
            new Advisory("CVE-2026-37982", new KeycloakVersion(26, 7, 0)),
            // "Try another way" passes the reset by email without the mail.
            new Advisory("CVE-2026-18963", new KeycloakVersion(26, 7, 2)),
            // With MySQL or MariaDB and the feature stateless, what is good once is good again.
            new Advisory("CVE-2026-90997", new KeycloakVersion(26, 7, 4)),
            // A cache of languages grows with whatever a stranger asks for.
            new Advisory("CVE-2026-79651", new KeycloakVersion(26, 7, 4)),
            // One account's name taken for another's address.
            new Advisory("CVE-2026-19607", new KeycloakVersion(26, 7, 4)),
            // CIBA passes the brute-force detection.
            new Advisory("CVE-2026-9798", new KeycloakVersion(26, 7, 5)),
            new Advisory("CVE-2026-16103", new KeycloakVersion(26, 7, 5)));

    static List<Advisory> of(KeycloakVersion version) {
        return ALL.stream()
                .filter(advisory -> version.compareTo(advisory.fixedIn()) < 0)
                .toList();
    }
}
