package io.cloakroom.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloakroom.tests.docs.ObservabilityPage;
import io.cloakroom.tests.docs.ObservabilityPage.Told;
import io.cloakroom.tests.keycloak.Metrics;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.EventRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;

/** What operators read about metrics and events, against what there is; late, when much has happened. */
@Order(Integer.MAX_VALUE - 1)
class ObservabilityIT extends CloakroomIT {

    private final ObservabilityPage page = ObservabilityPage.read();

    @Test
    void the_server_shows_the_metrics_of_the_page_and_no_others() {
        assertThat(Metrics.of(keycloak).ours()).containsExactlyInAnyOrderElementsOf(page.series());
    }

    @Test
    void events_have_only_the_errors_and_details_of_the_page() {
        List<EventRepresentation> told = keycloak.admin().realms().findAll().stream()
                .map(RealmRepresentation::getRealm)
                .flatMap(realm ->
                        keycloak
                                .admin()
                                .realm(realm)
                                .getEvents(List.of(), null, null, null, null, null, 0, 10_000)
                                .stream())
                .filter(event -> !ours(event).isEmpty())
                .toList();

        assertThat(told).allSatisfy(event -> {
            assertThat(page.events()).as(words(event)).anyMatch(row -> isOf(event, row));
            ours(event).forEach((key, value) -> {
                Set<String> allowed = page.details().get(key);
                assertThat(allowed).as(key).isNotNull();
                assertThat(allowed.isEmpty() || allowed.contains(value))
                        .as("%s=%s", key, value)
                        .isTrue();
            });
        });
    }

    private static boolean isOf(EventRepresentation event, Told row) {
        String error = Objects.requireNonNullElse(event.getError(), "");
        // What is refused on the way through another path than the sign-in has the type of that path.
        String type = event.getType()
                .replaceFirst("^(REGISTER|RESET_PASSWORD|IDENTITY_PROVIDER_FIRST_LOGIN)_ERROR$", "LOGIN_ERROR");
        return row.types().contains(type)
                && (error.isEmpty() ? row.errors().isEmpty() : row.errors().contains(error))
                && hasDetails(ours(event).keySet(), row.details());
    }

    /** What a request tells once a proof was accepted in it also says how and for what. */
    private static boolean hasDetails(Set<String> told, Set<String> listed) {
        Set<String> afterProof = new TreeSet<>(listed);
        afterProof.addAll(List.of("cloakroom_method", "cloakroom_purpose"));
        return told.equals(listed) || told.equals(afterProof);
    }

    private static String words(EventRepresentation event) {
        return event.getType() + " " + event.getError() + " " + event.getDetails();
    }

    private static Map<String, String> ours(EventRepresentation event) {
        return Objects.requireNonNullElse(event.getDetails(), Map.<String, String>of()).entrySet().stream()
                .filter(detail -> detail.getKey().startsWith("cloakroom_"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> other, TreeMap::new));
    }
}
