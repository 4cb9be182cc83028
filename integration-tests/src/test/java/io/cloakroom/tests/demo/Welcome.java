package io.cloakroom.tests.demo;

import io.cloakroom.tests.keycloak.Distribution;
import io.cloakroom.tests.phone.AuthenticatorApp;
import java.net.URI;
import java.util.Objects;
import java.util.stream.Collectors;
import org.keycloak.representations.idm.UserRepresentation;

/** What the console says once everything runs. */
final class Welcome {

    private Welcome() {}

    static String text(Distribution keycloak, URI site) {
        String accounts = keycloak.admin().realm("cloakroom").users().list().stream()
                .map(Welcome::line)
                .sorted()
                .collect(Collectors.joining("\n"));
        return String.join(
                "\n",
                "",
                "Sign in to the demo app:  " + site + "/",
                "Read the mail:            " + site + "/mail",
                "Admin console:            " + keycloak.baseUri() + "/admin/  (" + Distribution.ADMIN + " / "
                        + Distribution.ADMIN + ")",
                "Server log:               " + keycloak.log(),
                "",
                "Accounts to try; any other address is a stranger's:",
                accounts,
                "",
                "Any other address can sign up, too; \"Can't sign in?\" is the way back in.",
                "Pam's password is 'correct horse battery staple'; the others have none.",
                "The mailbox shows Tom's authenticator code; a real app takes the key "
                        + AuthenticatorApp.ofTom().setupKey() + ".",
                "Ctrl-C ends the demo.",
                "");
    }

    private static String line(UserRepresentation user) {
        String address = Objects.requireNonNullElse(user.getEmail(), user.getUsername());
        return String.format("  %-22s %s %s", address, user.getFirstName(), user.getLastName());
    }
}
