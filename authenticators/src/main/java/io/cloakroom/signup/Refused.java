package io.cloakroom.signup;

import java.util.List;
import org.keycloak.models.utils.FormMessage;

/** The account can't be made of what was typed, for these reasons; the proof is kept. */
record Refused(List<FormMessage> errors) implements Made {}
