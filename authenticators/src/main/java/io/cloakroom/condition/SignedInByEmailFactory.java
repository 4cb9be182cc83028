package io.cloakroom.condition;

import io.cloakroom.flow.ProviderIds;
import io.cloakroom.flow.StepNames;
import java.util.List;

/** Registers the condition that an email has said who is here. */
public final class SignedInByEmailFactory extends ConditionFactory {

    /** Called by Keycloak. */
    public SignedInByEmailFactory() {
        super(
                new StepNames(
                        ProviderIds.CONDITION_BY_EMAIL,
                        "Condition - Cloakroom: signed in by email",
                        "Holds where this login was proved by an emailed code or link, and by no passkey or password."),
                List.of(Condition.NEGATE),
                new SignedInByEmail());
    }
}
