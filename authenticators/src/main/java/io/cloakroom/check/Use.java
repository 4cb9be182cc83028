package io.cloakroom.check;

/** How people come to a flow. */
enum Use {
    BROWSER("first"),
    REGISTRATION("sign-up"),
    RESET("recovery"),
    IDENTITY_PROVIDER("identity-provider");

    private final String role;

    Use(String role) {
        this.role = role;
    }

    /** The role in which a step proves an address there. */
    String role() {
        return role;
    }

    /** Whether a stranger can try addresses there; through a provider only those of its own account come. */
    boolean isOpen() {
        return this != IDENTITY_PROVIDER;
    }
}
