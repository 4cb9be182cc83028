package io.cloakroom.signup;

import java.util.List;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.requiredactions.TermsAndConditions;
import org.keycloak.common.util.Time;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.RequiredActionProviderModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.FormMessage;

/** The realm's terms: asked for on the form where every new account has to accept them. */
final class Terms {

    private final AuthenticationFlowContext context;
    private final boolean wanted;

    private Terms(AuthenticationFlowContext context, boolean wanted) {
        this.context = context;
        this.wanted = wanted;
    }

    static Terms of(AuthenticationFlowContext context) {
        boolean wanted = Optional.ofNullable(context.getRealm()
                        .getRequiredActionProviderByAlias(UserModel.RequiredAction.TERMS_AND_CONDITIONS.name()))
                .filter(RequiredActionProviderModel::isEnabled)
                .filter(RequiredActionProviderModel::isDefaultAction)
                .isPresent();
        return new Terms(context, wanted);
    }

    /** Whether somebody has yet to accept them. */
    List<FormMessage> errors(Wish wish) {
        return wanted && !wish.acceptsTerms()
                ? List.of(new FormMessage(Wish.TERMS, "termsAcceptanceRequired"))
                : List.of();
    }

    LoginFormsProvider on(LoginFormsProvider form) {
        return wanted ? form.setAttribute("termsAcceptanceRequired", true) : form;
    }

    /** Records that the account has accepted them, so that it is not asked again. */
    void accept(UserModel user, Wish wish) {
        if (wanted && wish.acceptsTerms()) {
            user.setSingleAttribute(TermsAndConditions.USER_ATTRIBUTE, Long.toString(Time.currentTimeSeconds()));
            user.removeRequiredAction(UserModel.RequiredAction.TERMS_AND_CONDITIONS);
            context.getAuthenticationSession().removeRequiredAction(UserModel.RequiredAction.TERMS_AND_CONDITIONS);
        }
    }
}
