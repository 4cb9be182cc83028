package io.cloakroom.flow;

/**
 * What a step is called.
 *
 * @param id of the provider; never changes once published
 * @param displayType in the admin console, which has it in English only
 * @param helpText one or two sentences, in English for the same reason
 */
public record StepNames(String id, String displayType, String helpText) {}
