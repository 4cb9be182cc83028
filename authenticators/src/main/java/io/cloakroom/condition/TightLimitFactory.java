package io.cloakroom.condition;

import io.cloakroom.flow.ProviderIds;
import io.cloakroom.flow.StepNames;
import java.util.List;

/** Registers the condition that a limit is running out. */
public final class TightLimitFactory extends ConditionFactory {

    /** Called by Keycloak. */
    public TightLimitFactory() {
        super(
                new StepNames(
                        ProviderIds.CONDITION_TIGHT_LIMIT,
                        "Condition - Cloakroom: limit is tight",
                        "Holds while the network or the address that was typed has used up a good part of a budget: ask for more,"
                                + " such as a second factor, while they are under attack."),
                List.of(TightLimit.SHARE, Condition.NEGATE),
                new TightLimit());
    }
}
