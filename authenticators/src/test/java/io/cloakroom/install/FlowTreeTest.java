package io.cloakroom.install;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloakroom.install.FlowTree.Settings;
import io.cloakroom.install.FlowTree.Step;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;

/** What counts as a change of a flow, and what does not. */
class FlowTreeTest {

    private static final Step COOKIE = new Step(Requirement.ALTERNATIVE, "auth-cookie", null, null);
    private static final FlowTree BELOW = flow("below", code("config", Map.of("role", "first", "link", "on")));
    private static final FlowTree FLOW = flow("top", COOKIE, below(BELOW));

    @Test
    void whatever_an_administrator_can_change_is_a_change() {
        Stream<FlowTree> changed = Stream.of(
                flow("another", COOKIE, below(BELOW)),
                new FlowTree("top", "other words", "basic-flow", FLOW.steps()),
                new FlowTree("top", "", "form-flow", FLOW.steps()),
                flow("top", below(BELOW), COOKIE),
                flow("top", COOKIE),
                flow("top", COOKIE, new Step(Requirement.DISABLED, null, null, BELOW)),
                flow("top", COOKIE, below(flow("below", code("config", Map.of("role", "second", "link", "on"))))),
                flow("top", COOKIE, below(flow("below", code("config", Map.of("role", "first"))))),
                flow("top", COOKIE, below(flow("below", new Step(Requirement.REQUIRED, "other", null, null)))));

        assertThat(changed.map(FlowTree::fingerprint)).doesNotHaveDuplicates().doesNotContain(FLOW.fingerprint());
    }

    @Test
    void the_name_of_settings_and_an_empty_setting_are_none() {
        FlowTree same = flow(
                "top",
                COOKIE,
                below(flow("below", code("other", Map.of("link", "on", "role", "first", "codeLength", "")))));

        assertThat(same.fingerprint()).isEqualTo(FLOW.fingerprint());
    }

    @Test
    void no_settings_and_empty_settings_are_the_same() {
        Step without = new Step(Requirement.REQUIRED, "step", null, null);
        Step empty = new Step(Requirement.REQUIRED, "step", Settings.of("name", null), null);

        assertThat(flow("top", empty).fingerprint())
                .isEqualTo(flow("top", without).fingerprint());
    }

    private static FlowTree flow(String alias, Step... steps) {
        return new FlowTree(alias, "", "basic-flow", List.of(steps));
    }

    private static Step below(FlowTree flow) {
        return new Step(Requirement.ALTERNATIVE, null, null, flow);
    }

    private static Step code(String alias, Map<String, String> settings) {
        return new Step(Requirement.REQUIRED, "cloakroom-email-otp", Settings.of(alias, settings), null);
    }
}
