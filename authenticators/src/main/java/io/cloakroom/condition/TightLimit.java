package io.cloakroom.condition;

import io.cloakroom.flow.FlowSteps;
import io.cloakroom.flow.ProviderIds;
import io.cloakroom.flow.Setting;
import io.cloakroom.flow.TypedName;
import io.cloakroom.limit.GuessBudgets;
import io.cloakroom.limit.Limit;
import io.cloakroom.limit.MailBudgets;
import io.cloakroom.limit.Network;
import io.cloakroom.limit.Permits;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.models.AuthenticatorConfigModel;

/**
 * Whether a budget of this network or of what was typed is running out: somebody is at it who is more than forgetful. It
 * goes by what was typed and by the budgets that the steps of the flow have, so it is the same for members and strangers.
 */
final class TightLimit extends Condition {

    static final Setting<Integer> SHARE = Setting.number("share", 50, 1, 100);

    private static final Set<String> MAILS =
            Set.of(ProviderIds.IDENTIFY, ProviderIds.SIGN_UP, ProviderIds.RECOVERY, ProviderIds.RESET_CHOOSE_USER);
    private static final Set<String> CODES = Set.of(ProviderIds.EMAIL_OTP);
    private static final Set<String> PASSWORDS = Set.of(ProviderIds.IDENTIFY, ProviderIds.USERNAME_PASSWORD_FORM);

    @Override
    boolean holds(AuthenticationFlowContext context, @Nullable AuthenticatorConfigModel settings) {
        int share = SHARE.in(settings);
        Permits permits = context.getSession().getProvider(Permits.class);
        return limits(context).anyMatch(limit -> permits.isTight(limit, share));
    }

    private static Stream<Limit> limits(AuthenticationFlowContext context) {
        Network from = Network.of(context.getConnection());
        String name = TypedName.limitKey(context);
        FlowSteps flow = new FlowSteps(context);
        return Stream.of(
                        of(flow, MAILS, model -> MailBudgets.from(model).on(name, from)),
                        of(flow, CODES, model -> GuessBudgets.from(model).onCode(name, from)),
                        of(flow, PASSWORDS, model -> GuessBudgets.from(model).onPassword(name, from)))
                .flatMap(List::stream);
    }

    private static List<Limit> of(
            FlowSteps flow, Set<String> steps, Function<@Nullable AuthenticatorConfigModel, List<Limit>> limits) {
        return flow.first(steps).map(step -> limits.apply(step.settings())).orElse(List.of());
    }
}
