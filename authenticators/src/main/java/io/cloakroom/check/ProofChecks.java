package io.cloakroom.check;

import io.cloakroom.check.FlowTree.Place;
import io.cloakroom.flow.ProviderIds;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;

/** Whether the steps that prove an address stand where they are safe, between those that they need. */
final class ProofChecks implements Family {

    private static final Check PROOF = new Check(
            "flow-proof",
            Level.ERROR,
            "Nobody comes by email where no step asks for a code or link. A warning where another flow than the realm's sign-in is"
                    + " Keycloak's own; a note where it takes passwords by guarded forms, or is a provider's first login.",
            "Bind one of Cloakroom's flows: Authentication, Flows, the flow's menu, Bind flow; for a client at Advanced,"
                    + " Authentication flow overrides; for a provider at First login flow override.");

    private static final Check PLACE = new Check(
            "flow-proof-place",
            Level.ERROR,
            "Only as a required step that is not the first of its flow it offers everybody the same other ways, which are none."
                    + " Elsewhere 'Try Another Way' tells members from strangers, or the code stands for a factor that everybody has.",
            "Authentication, Flows: set the step to Required, behind the step that takes the address, in the same sub-flow.");

    private static final Check CLAIM = new Check(
            "flow-claim",
            Level.ERROR,
            "The code goes to the address that a step before has taken. Where there is none, nobody gets through the flow.",
            "Authentication, Flows: put the address, sign-up or recovery step of the same role, Required, before it; before the"
                    + " role second a password or a passkey.");

    private static final Check ROLE = new Check(
            "flow-role",
            Level.ERROR,
            "What a code is for is part of the code. In another role it signs nobody up, or proves less than the flow takes it for.",
            "Authentication, Flows: set Role at the gear of the step.");

    private static final Check COMPLETION = new Check(
            "flow-completion",
            Level.ERROR,
            "A proved address alone is no account, and recovers none: the step that makes or mends it has to follow.",
            "Authentication, Flows: put 'Cloakroom: new account' (sign-up) or 'Cloakroom: recovery, end' (recovery), Required,"
                    + " behind the code.");

    /** They take an address that the next step is to prove. */
    private static final Set<String> CLAIMS = Set.of(ProviderIds.IDENTIFY, ProviderIds.SIGN_UP, ProviderIds.RECOVERY);

    @Override
    public List<Check> checks() {
        return List.of(PROOF, PLACE, CLAIM, ROLE, COMPLETION);
    }

    @Override
    public Stream<Finding> findings(Situation situation) {
        return situation.flows().stream().flatMap(ProofChecks::of);
    }

    static Stream<Finding> of(BoundFlow bound) {
        List<Place> proofs = bound.flow()
                .places()
                .filter(place -> Steps.isProof(place.node()))
                .toList();
        return proofs.isEmpty()
                ? Stream.of(PROOF.found(withoutProof(bound), bound.name() + " has no code and no link by email."))
                : proofs.stream().flatMap(proof -> of(bound, proof));
    }

    private static Level withoutProof(BoundFlow bound) {
        if (bound.flow().has(CLAIMS)) {
            return Level.ERROR;
        }
        if (!bound.use().isOpen() || bound.flow().all().anyMatch(Steps::isOurs)) {
            return Level.NOTE;
        }
        return bound.use() == Use.BROWSER && bound.isOfRealm() ? Level.ERROR : Level.WARNING;
    }

    private static Stream<Finding> of(BoundFlow bound, Place place) {
        List<Finding> findings = new ArrayList<>();
        Node proof = place.node();
        String where = bound.name() + ", step '" + proof.name() + "': ";
        misplaced(bound, proof).ifPresent(wrong -> findings.add(PLACE.found(where + wrong)));
        if (!isRoleOf(bound.use(), Steps.role(proof))) {
            findings.add(ROLE.found(where + "its role is '" + Steps.role(proof) + "'; here it is '"
                    + bound.use().role() + "'."));
        } else {
            unclaimed(place.before(), Steps.role(proof))
                    .ifPresent(missing -> findings.add(CLAIM.found(where + "before it there is no " + missing + ".")));
            incomplete(bound, place)
                    .ifPresent(missing ->
                            findings.add(COMPLETION.found(where + "behind it there is no " + missing + ".")));
        }
        return findings.stream();
    }

    private static Optional<String> misplaced(BoundFlow bound, Node proof) {
        if (!proof.is(Requirement.REQUIRED)) {
            return Optional.of("it is " + proof.requirement().name().toLowerCase(Locale.ROOT) + ", not required.");
        }
        boolean isClaimed = bound.use().isOpen() && !Steps.role(proof).equals("second");
        return isClaimed && proof.isFirst() ? Optional.of("it stands first in its sub-flow.") : Optional.empty();
    }

    private static boolean isRoleOf(Use use, String role) {
        return role.equals(use.role()) || (use == Use.BROWSER && role.equals("second"));
    }

    private static Optional<String> unclaimed(List<Node> before, String role) {
        return switch (role) {
            case "first" -> missing(before, ProviderIds.IDENTIFY);
            case "sign-up" -> missing(before, ProviderIds.SIGN_UP);
            case "recovery" -> missing(before, ProviderIds.RECOVERY);
            case "second" ->
                before.stream().anyMatch(ProofChecks::provesMore)
                        ? Optional.empty()
                        : Optional.of("step that takes a password or a passkey");
            default -> Optional.empty();
        };
    }

    private static boolean provesMore(Node node) {
        return Steps.FIRST_FACTORS.contains(node.name())
                || Steps.SECOND_FACTORS.contains(node.name())
                || (node.name().equals(ProviderIds.IDENTIFY)
                        && node.setting("password").equals("on"));
    }

    private static Optional<String> incomplete(BoundFlow bound, Place place) {
        boolean welcomes = place.node().setting("unknownAddress").equals("sign-up");
        return switch (bound.use()) {
            case BROWSER -> welcomes ? missing(place.after(), ProviderIds.CREATE_ACCOUNT) : Optional.empty();
            case REGISTRATION -> missing(place.after(), ProviderIds.CREATE_ACCOUNT);
            case RESET -> missing(place.after(), ProviderIds.RECOVER_ACCOUNT);
            case IDENTITY_PROVIDER -> Optional.empty();
        };
    }

    private static Optional<String> missing(List<Node> nodes, String step) {
        return nodes.stream().anyMatch(node -> node.name().equals(step) && node.is(Requirement.REQUIRED))
                ? Optional.empty()
                : Optional.of("'" + step + "'");
    }
}
