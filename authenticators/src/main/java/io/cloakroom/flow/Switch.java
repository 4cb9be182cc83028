package io.cloakroom.flow;

/** What a setting that can be switched says. */
public enum Switch {
    OFF,
    ON;

    /** Whether it is on. */
    public boolean isOn() {
        return this == ON;
    }
}
