package io.cloakroom.limit;

/**
 * A budget for one actor.
 *
 * @param scope what is counted
 * @param subject who is counted, such as an address or a network; only a hash of it leaves this room
 * @param budget how often
 */
public record Limit(Scope scope, String subject, Budget budget) {

    /** Hides the subject: whatever logs this object logs nobody. */
    @Override
    public String toString() {
        return "Limit[" + scope.id() + "]";
    }
}
