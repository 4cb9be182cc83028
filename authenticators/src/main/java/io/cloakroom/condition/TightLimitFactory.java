package io.cloakroom.condition;

import io.cloakroom.flow.StepNames;
import java.util.List;

/** Registers the condition that a limit is running out. */
public final class TightLimitFactory extends ConditionFactory {

    /** The condition's id in flows. */
    public static final String PROVIDER_ID = "cloakroom-condition-tight-limit";

    /** Called by Keycloak. */
    public TightLimitFactory() {
        super(
                new StepNames(
                        PROVIDER_ID,
                        "Condition - Cloakroom: limit is tight",
                        "Holds while the network or the address that was typed has used up a good part of a budget: ask for more,"
                                + " such as a second factor, while they are under attack."),
                List.of(TightLimit.SHARE, Condition.NEGATE),
                new TightLimit());
    }
}
