package io.cloakroom.proof;

import io.cloakroom.flow.Address;
import io.cloakroom.flow.RealmMac;
import java.util.List;
import java.util.stream.Stream;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Binds a code to everything it is good for, under the realm's own key. Without the key the stored value tells nothing:
 * all codes of eight characters could be tried against a plain hash within minutes.
 */
final class ProofMac {

    /** Keeps this use of the key apart from every other; a signed token never starts with a NUL. */
    private static final String DOMAIN = "\0cloakroom.proof.1";

    private final RealmMac macs;
    private final List<String> binding;

    ProofMac(AuthenticationFlowContext context, Purpose purpose) {
        AuthenticationSessionModel login = context.getAuthenticationSession();
        this.macs = new RealmMac(context.getSession(), context.getRealm());
        this.binding = List.of(
                DOMAIN,
                context.getRealm().getId(),
                login.getClient().getId(),
                purpose.id(),
                login.getParentSession().getId(),
                login.getTabId());
    }

    String newestKeyId() {
        return macs.newestKeyId();
    }

    String of(String keyId, String proofId, Address address, String code) {
        return macs.of(keyId, bound(proofId, address, code))
                .orElseThrow(() -> new IllegalStateException("The realm has lost the key that it has just named"));
    }

    /** A proof whose key the realm has since removed is never right. */
    boolean matches(PendingProof proof, String code) {
        return macs.of(proof.keyId(), bound(proof.id(), proof.address(), code))
                .filter(mac -> RealmMac.areEqual(mac, proof.mac()))
                .isPresent();
    }

    private List<String> bound(String proofId, Address address, String code) {
        return Stream.concat(binding.stream(), Stream.of(proofId, address.canonical(), code))
                .toList();
    }
}
