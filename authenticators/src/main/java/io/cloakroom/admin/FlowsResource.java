package io.cloakroom.admin;

import io.cloakroom.install.Change;
import io.cloakroom.install.FlowsInUse;
import io.cloakroom.install.Installation;
import io.cloakroom.install.Installation.Binding;
import io.cloakroom.install.Removal;
import io.cloakroom.install.Report;
import io.cloakroom.install.Rights;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.keycloak.cluster.ClusterProvider;
import org.keycloak.cluster.ExecutionResult;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.services.resources.admin.AdminEventBuilder;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

/** Our flows in a realm: put in, upgraded, taken out. */
final class FlowsResource {

    /** A node that dies meanwhile holds up the others for as long. */
    private static final int LONGEST_SECONDS = 60;

    private final KeycloakSession session;
    private final AdminPermissionEvaluator auth;
    private final AdminEventBuilder event;

    FlowsResource(KeycloakSession session, AdminPermissionEvaluator auth, AdminEventBuilder event) {
        this.session = session;
        this.auth = auth;
        this.event = event;
    }

    Response install(UriInfo uri, @Nullable String body) {
        auth.realm().requireManageRealm();
        FlowsOrder order = FlowsOrder.toInstall(uri.getQueryParameters(), body);
        Binding binding = order.binds() ? Binding.ALL : Binding.NONE;
        Rights rights = rights();
        return alone(order, (job, realm) -> Installation.run(job, realm, binding, rights));
    }

    Response remove(UriInfo uri) {
        auth.realm().requireManageRealm();
        FlowsOrder order = FlowsOrder.toRemove(uri.getQueryParameters());
        Rights rights = rights();
        return alone(order, (job, realm) -> Removal.run(job, realm, rights));
    }

    private Rights rights() {
        return new Rights(
                auth.clients().canManageClientScopes(),
                auth.clients().canView(),
                auth.realm().canViewIdentityProviders());
    }

    /**
     * One at a time in the whole cluster: nothing in Keycloak's database keeps two flows from having one name. The transaction
     * ends before the next may begin, so it is not the one of the request.
     */
    private Response alone(FlowsOrder order, BiFunction<KeycloakSession, RealmModel, Report> work) {
        String realm = session.getContext().getRealm().getId();
        try {
            ExecutionResult<Report> result = session.getProvider(ClusterProvider.class)
                    .executeIfNotExecuted(
                            "cloakroom-flows." + realm, LONGEST_SECONDS, () -> inTransaction(order, work));
            if (!result.isExecuted()) {
                throw Refusal.ofServer("Somebody else is changing our flows in this realm; try again in a moment");
            }
            return answer(order, result.getResult());
        } catch (FlowsInUse e) {
            throw Refusal.ofServer(e.explanation());
        }
    }

    /** A dry run does it all, and is rolled back: it can't say anything that would not happen. */
    private Report inTransaction(FlowsOrder order, BiFunction<KeycloakSession, RealmModel, Report> work) {
        return KeycloakModelUtils.runJobInTransactionWithResult(
                session.getKeycloakSessionFactory(),
                session.getContext(),
                job -> {
                    Report report = work.apply(job, job.getContext().getRealm());
                    if (order.isDryRun()) {
                        job.getTransactionManager().setRollbackOnly();
                    } else {
                        FlowEvents.tell(report, () -> event.clone(job));
                    }
                    return report;
                },
                "Flows of Cloakroom");
    }

    private static Response answer(FlowsOrder order, Report report) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("dryRun", order.isDryRun());
        answer.put(
                "changes", report.changes().stream().map(FlowsResource::entry).toList());
        answer.put("warnings", report.warnings());
        return Response.ok(answer).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }

    private static Map<String, String> entry(Change change) {
        Map<String, String> entry = new LinkedHashMap<>();
        entry.put("what", change.what().label());
        entry.put("name", change.name());
        entry.put("change", change.kind().name().toLowerCase(Locale.ROOT));
        if (!change.note().isEmpty()) {
            entry.put("note", change.note());
        }
        return entry;
    }
}
