package io.cloakroom.signup;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.utils.FormMessage;
import org.keycloak.userprofile.AttributeContext;
import org.keycloak.userprofile.AttributeMetadata;
import org.keycloak.userprofile.AttributeValidatorMetadata;
import org.keycloak.userprofile.Attributes;
import org.keycloak.userprofile.UserProfileContext;
import org.keycloak.userprofile.UserProfileProvider;
import org.keycloak.userprofile.validator.DuplicateEmailValidator;
import org.keycloak.userprofile.validator.DuplicateUsernameValidator;
import org.keycloak.userprofile.validator.EmailExistsAsUsernameValidator;
import org.keycloak.userprofile.validator.RegistrationUsernameExistsValidator;

/** Has the realm's user profile judge a wish, without asking who is a member already. */
final class ProfileCheck {

    private static final Set<String> LOOK_UPS = Set.of(
            DuplicateEmailValidator.ID,
            DuplicateUsernameValidator.ID,
            EmailExistsAsUsernameValidator.ID,
            RegistrationUsernameExistsValidator.ID);
    /** What Keycloak's own user profile takes of an attribute that has no bound. */
    private static final int LONGEST = 2048;

    /** PostgreSQL fails on text with it. */
    private static final char NUL = '\0';

    private final KeycloakSession session;

    ProfileCheck(KeycloakSession session) {
        this.session = session;
    }

    /** What is wrong with the wish, as far as it can be said before the address is proved. */
    List<FormMessage> withoutLookUps(Wish wish) {
        Attributes attributes = session.getProvider(UserProfileProvider.class)
                .create(UserProfileContext.REGISTRATION, wish.attributes())
                .getAttributes();
        List<FormMessage> errors = new ArrayList<>();
        for (String name : attributes.nameSet()) {
            AttributeMetadata metadata = attributes.getMetadata(name);
            if (metadata != null) {
                errors.addAll(check(attributes, metadata));
            }
        }
        return errors;
    }

    private List<FormMessage> check(Attributes attributes, AttributeMetadata metadata) {
        String name = metadata.getName();
        List<String> values = attributes.get(name);
        if (values.stream().anyMatch(value -> value != null && value.length() > LONGEST)) {
            return List.of(new FormMessage(name, "cloakroomTooLong"));
        }
        if (values.stream().anyMatch(value -> value != null && value.indexOf(NUL) >= 0)) {
            return List.of(new FormMessage(name, "error-invalid-value", name));
        }
        AttributeContext context = new AttributeContext(
                UserProfileContext.REGISTRATION, session, Map.entry(name, values), null, metadata, attributes);
        return metadata.getValidators().stream()
                .filter(validator -> !LOOK_UPS.contains(validator.getValidatorId()))
                .flatMap(validator -> errors(validator, context).stream())
                .toList();
    }

    private static List<FormMessage> errors(AttributeValidatorMetadata validator, AttributeContext context) {
        return validator.validate(context).getErrors().stream()
                .map(error -> new FormMessage(
                        context.getMetadata().getName(), error.getMessage(), error.getMessageParameters()))
                .toList();
    }
}
