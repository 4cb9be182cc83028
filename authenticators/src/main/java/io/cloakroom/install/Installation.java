package io.cloakroom.install;

import io.cloakroom.install.Change.Kind;
import io.cloakroom.install.Change.What;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.keycloak.Config;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.AuthenticatorConfigModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Gives a realm our flows, or newer ones. A flow that looks as we left it is replaced in place; one that somebody has changed
 * is kept under another name.
 */
public final class Installation {

    private final RealmModel realm;
    private final Definition definition = Definition.read();
    private final RealmFlows flows;
    private final KeptFlows kept;
    private final Uses uses;
    private final Memory memory;
    private final Rights rights;
    private final Report report = new Report();

    private Installation(KeycloakSession session, RealmModel realm, Rights rights) {
        this.realm = realm;
        this.rights = rights;
        this.flows = new RealmFlows(session, realm);
        this.kept = new KeptFlows(realm, flows);
        this.uses = new Uses(session, realm, rights);
        this.memory = Memory.of(realm);
    }

    /** Does it, in the transaction of the session. */
    public static Report run(KeycloakSession session, RealmModel realm, Binding binding, Rights rights) {
        return new Installation(session, realm, rights).run(binding);
    }

    /** Whether the realm has a flow under one of our names, ours or not. */
    public static boolean hasTraces(RealmModel realm) {
        Set<String> ours = Definition.read().topLevelAliases();
        return realm.getAuthenticationFlowsStream().anyMatch(flow -> ours.contains(flow.getAlias()));
    }

    private Report run(Binding binding) {
        installFlows();
        new RequiredActions(realm, definition, memory, report).install();
        new AmrClaim(realm, definition, memory, report, rights).install();
        for (Slot slot : Slot.values()) {
            flows.topLevel(slot.ours()).ifPresent(ours -> bind(slot, ours, binding));
        }
        warn();
        if (binding == Binding.ALL && realm.getName().equals(Config.getAdminRealm())) {
            report.warn(
                    "This is the realm of the server's administrators: whoever of them has no email address cannot sign in "
                            + "now, but by a passkey");
        }
        memory.save();
        return report;
    }

    private void installFlows() {
        List<Job> jobs = new ArrayList<>();
        for (FlowTree wanted : definition.flows()) {
            Optional<AuthenticationFlowModel> present = flows.topLevel(wanted.alias());
            FlowTree found = present.map(flows::read).orElse(null);
            if (found == null) {
                jobs.add(new Job(wanted, Optional.empty()));
            } else if (found.fingerprint().equals(wanted.fingerprint())) {
                memory.leave(wanted);
                report.flow(present.get(), Kind.UNCHANGED, "");
            } else if (!memory.left(found)) {
                keep(present.get(), "changed by somebody");
                jobs.add(new Job(wanted, Optional.empty()));
            } else if (flows.sharers(present.get()).isEmpty()) {
                jobs.add(new Job(wanted, present));
            } else {
                keep(present.get(), "which shares a sub-flow with " + flows.sharers(present.get()));
                jobs.add(new Job(wanted, Optional.empty()));
            }
        }
        clear(jobs);
        jobs.forEach(this::install);
    }

    /** What was ours once is no flow to go back to; what only has our name is. */
    private void keep(AuthenticationFlowModel flow, String why) {
        String plain = flow.getAlias();
        List<String> users = uses.of(flow);
        boolean wasOurs = memory.knows(plain) || flows.hasOurSteps(flow);
        AuthenticationFlowModel renamed = kept.rename(flow);
        if (wasOurs) {
            memory.keep(renamed.getId());
        }
        String who = users.isEmpty() ? "nothing is bound to it" : "still used by " + String.join(", ", users);
        report.flow(renamed, Kind.KEPT, "was '" + plain + "', " + why + "; " + who);
    }

    /** Renames whatever stands under a name that we are about to use, and is not ours. */
    private void clear(List<Job> jobs) {
        Set<String> aliases = new HashSet<>();
        Set<String> settings = new HashSet<>();
        Set<String> goOrStay = new HashSet<>();
        for (Job job : jobs) {
            job.wanted.aliases().forEach(aliases::add);
            job.wanted.settingsAliases().forEach(settings::add);
            job.present.ifPresent(present -> {
                flows.empty(present);
                goOrStay.add(present.getId());
            });
        }
        for (AuthenticationFlowModel flow : flows.all()) {
            if (aliases.contains(flow.getAlias()) && !goOrStay.contains(flow.getId())) {
                String plain = flow.getAlias();
                report.flow(kept.renameAlone(flow), Kind.KEPT, "was '" + plain + "', a name that our flows need");
            }
        }
        for (AuthenticatorConfigModel each : flows.allSettings()) {
            if (settings.contains(each.getAlias())) {
                report.add(renamed(kept.rename(each)));
            }
        }
    }

    private static Change renamed(AuthenticatorConfigModel settings) {
        return new Change(
                What.SETTINGS,
                settings.getAlias(),
                Kind.KEPT,
                "had a name that our flows need",
                List.of("authentication", "config", settings.getId()));
    }

    private void install(Job job) {
        if (job.present.isPresent()) {
            report.flow(flows.fill(job.present.get(), job.wanted), Kind.UPGRADED, "");
        } else {
            report.flow(flows.create(job.wanted), Kind.CREATED, "");
        }
        memory.leave(job.wanted);
    }

    private void bind(Slot slot, AuthenticationFlowModel ours, Binding binding) {
        Optional<AuthenticationFlowModel> bound = slot.bound(realm);
        if (bound.filter(flow -> flow.getId().equals(ours.getId())).isPresent()) {
            report.binding(slot, Kind.UNCHANGED, "'" + ours.getAlias() + "'");
            return;
        }
        bound.filter(flow -> !isOurs(flow)).ifPresent(flow -> memory.rememberBefore(slot, flow.getId()));
        String before = bound.map(flow -> "'" + flow.getAlias() + "'").orElse("nothing");
        if (binding.takes(bound)) {
            slot.bind(realm, ours);
            report.binding(slot, Kind.BOUND, "'" + ours.getAlias() + "'; was " + before);
        } else {
            report.binding(slot, Kind.UNCHANGED, before + "; bind=true binds '" + ours.getAlias() + "'");
        }
    }

    private boolean isOurs(AuthenticationFlowModel flow) {
        return definition.topLevelAliases().contains(flow.getAlias()) || memory.isKept(flow.getId());
    }

    private void warn() {
        if (realm.getSmtpConfig().isEmpty()) {
            report.warn("The realm has no mail server: no code and no link arrives");
        }
        if (!realm.isVerifyEmail()) {
            report.warn("'Verify email' is off: an account whose address is not marked as verified loses its password, "
                    + "passkeys and linked providers at its first sign-in by email (unverifiedAccount)");
        }
        if (!realm.isRegistrationAllowed()) {
            report.warn("'User registration' is off: the sign-in page offers no sign-up");
        }
        if (!realm.isResetPasswordAllowed()) {
            report.warn("'Forgot password' is off: the sign-in page offers no recovery");
        }
    }

    /** What is bound to our flows. */
    public enum Binding {
        /** Nothing that is not already. */
        NONE,
        /** All that we have a flow for. */
        ALL,
        /** All that Keycloak's own flow is bound to. */
        WHERE_STOCK;

        private boolean takes(Optional<AuthenticationFlowModel> bound) {
            return switch (this) {
                case NONE -> false;
                case ALL -> true;
                case WHERE_STOCK -> bound.filter(flow -> !flow.isBuiltIn()).isEmpty();
            };
        }
    }

    /**
     * A flow that is to be made.
     *
     * @param wanted what it is to be
     * @param present the flow that it replaces
     */
    private record Job(FlowTree wanted, Optional<AuthenticationFlowModel> present) {}
}
