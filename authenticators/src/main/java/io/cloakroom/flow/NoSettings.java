package io.cloakroom.flow;

/** The settings of a step that has none. */
public enum NoSettings {
    NONE
}
