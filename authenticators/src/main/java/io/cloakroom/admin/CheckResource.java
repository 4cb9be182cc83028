package io.cloakroom.admin;

import io.cloakroom.check.Finding;
import io.cloakroom.check.RealmCheck;
import io.cloakroom.check.Report;
import io.cloakroom.check.Sight;
import io.cloakroom.limit.Decision;
import io.cloakroom.mail.TestMail;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

/** Whether the realm is ready. */
final class CheckResource {

    private final KeycloakSession session;
    private final AdminPermissionEvaluator auth;

    CheckResource(KeycloakSession session, AdminPermissionEvaluator auth) {
        this.session = session;
        this.auth = auth;
    }

    /** Looks, and changes nothing. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response check() {
        auth.realm().requireViewRealm();
        Sight sight = new Sight(
                auth.clients().canView(),
                auth.realm().canViewIdentityProviders(),
                auth.realm().canManageRealm());
        Report report = RealmCheck.of(session, sight);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("status", report.status());
        answer.put(
                "findings", report.findings().stream().map(CheckResource::json).toList());
        answer.put("passed", report.passed());
        return answer(answer);
    }

    /** Mails the administrator who asks, and nobody else, with the right that Keycloak's own test takes. */
    @POST
    @Path("test-mail")
    @Produces(MediaType.APPLICATION_JSON)
    public Response testMail() {
        auth.realm().requireManageRealm();
        UserModel administrator = auth.adminAuth().getUser();
        if (administrator.getEmail() == null || administrator.getEmail().isBlank()) {
            throw Refusal.ofServer("Your own account has no email address to send to");
        }
        Optional<Decision.Refused> refused = TestMail.permit(session, administrator);
        if (refused.isPresent()) {
            return Refusal.forNow(refused.get().seconds());
        }
        if (!TestMail.send(session, administrator)) {
            throw Refusal.ofMailServer();
        }
        return answer(Map.of("sent", true));
    }

    private static Response answer(Map<String, Object> json) {
        return Response.ok(json).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }

    private static Map<String, String> json(Finding finding) {
        Map<String, String> json = new LinkedHashMap<>();
        json.put("check", finding.check());
        json.put("level", finding.level().id());
        json.put("found", finding.found());
        json.put("reason", finding.reason());
        json.put("fix", finding.fix());
        return json;
    }
}
