package io.cloakroom.signup;

import java.util.List;
import org.keycloak.forms.login.freemarker.model.RegisterBean;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/** The fields as Keycloak's templates write them; an address that has been proved is not asked for again. */
public final class ProfileFields extends RegisterBean {

    private final boolean proven;

    ProfileFields(Wish wish, KeycloakSession session, boolean proven) {
        super(wish.form(), session);
        this.proven = proven;
    }

    @Override
    public List<Attribute> getAttributes() {
        return super.getAttributes().stream()
                .filter(attribute -> !proven || !UserModel.EMAIL.equals(attribute.getName()))
                .toList();
    }
}
