package io.cloakroom.signup;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keycloak.forms.login.freemarker.model.RegisterBean;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.userprofile.AttributeMetadata;

/** The fields as Keycloak's templates write them; an address that has been proved is not asked for again. */
public final class ProfileFields extends RegisterBean {

    private static final String INPUT_TYPE = "inputType";

    /** What browsers fill in by themselves, by the names that HTML has for it; Keycloak names the address and the username. */
    private static final Map<String, String> FILLED_IN =
            Map.of(UserModel.FIRST_NAME, "given-name", UserModel.LAST_NAME, "family-name");

    private final boolean proven;

    ProfileFields(Wish wish, KeycloakSession session, boolean proven) {
        super(wish.form(), session);
        this.proven = proven;
    }

    @Override
    public List<Attribute> getAttributes() {
        return super.getAttributes().stream()
                .filter(attribute -> !proven || !UserModel.EMAIL.equals(attribute.getName()))
                .<Attribute>map(attribute -> new Field(profile.getAttributes().getMetadata(attribute.getName())))
                .toList();
    }

    /** A field that says what belongs in it. */
    public final class Field extends Attribute {

        Field(AttributeMetadata metadata) {
            super(metadata);
        }

        @Override
        public @Nullable String getAutocomplete() {
            String known = FILLED_IN.get(getName());
            return known == null ? super.getAutocomplete() : known;
        }

        /** An address has keys of its own on a phone, unless the realm has said otherwise. */
        @Override
        public Map<String, Object> getAnnotations() {
            Map<String, Object> annotations = super.getAnnotations();
            if (!UserModel.EMAIL.equals(getName()) || annotations.containsKey(INPUT_TYPE)) {
                return annotations;
            }
            Map<String, Object> typed = new HashMap<>(annotations);
            typed.put(INPUT_TYPE, "html5-email");
            return typed;
        }
    }
}
