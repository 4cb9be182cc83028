package io.cloakroom.flow;

/** A setting holds a value that cannot be used; the message names the setting and says what it takes. */
public final class InvalidSettingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * @param key the setting's key as the admin console stores it
     * @param reason what a usable value looks like
     */
    public InvalidSettingException(String key, String reason) {
        super("Setting '" + key + "': " + reason);
    }
}
