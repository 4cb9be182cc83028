package io.cloakroom.check;

/**
 * Something that is not as it should be.
 *
 * @param check the id of the check
 * @param level how much it matters
 * @param found what is the case
 * @param reason why it matters
 * @param fix where to click, or which option to set
 */
public record Finding(String check, Level level, String found, String reason, String fix) {}
